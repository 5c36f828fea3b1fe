# table.awk: some columns of a CSV file as a table for people, aligned also where the characters are
# twice as wide as a byte count says (Chinese). For small files; run it under LC_ALL=C.
#
#     awk -v columns=rank,account_name,revenue -v rows=10 -f table.awk FILE
#
#     columns  names of columns, in the order wanted, or NEW=NAME; one that isn't there is left out;
#              all if empty
#     percent  names of columns to show as a percentage
#     bars     name of a column of shares to draw a bar for behind every row but the last
#     only     name of a column: only the rows that have something in it, and not 0
#     rows     so many rows at most; all if 0
#
# Money gets thousands separators, averages of it two places, scores one; numbers stand to the
# right.

function split_csv(line, cells,    count, cell) {
    count = 0
    line = line ","
    while (line != "") {
        if (substr(line, 1, 1) == "\"") {
            match(line, /^"([^"]|"")*"/)
            cell = substr(line, 2, RLENGTH - 2)
            gsub(/""/, "\"", cell)
        } else {
            match(line, /^[^,]*/)
            cell = substr(line, 1, RLENGTH)
        }
        cells[++count] = cell
        line = substr(line, RLENGTH + 2)
    }
    return count
}

# Columns on a terminal: in UTF-8, what has three bytes or more is wide.
function width(text,    wide) {
    wide = gsub(/[\340-\367]/, "&", text)
    gsub(/[\200-\277]/, "", text)
    return length(text) + wide
}

function spaces(count) {
    return sprintf("%" count "s", "")
}

function is_number(text) {
    return text ~ /^[-+]?[0-9][0-9,]*(\.[0-9]+)?%?$/
}

function with_separators(money,    sign, head, tail) {
    sign = money ~ /^-/ ? "-" : ""
    sub(/^-/, "", money)
    tail = substr(money, length(money) - 2)
    head = substr(money, 1, length(money) - 3)
    while (length(head) > 3) {
        tail = "," substr(head, length(head) - 2) tail
        head = substr(head, 1, length(head) - 3)
    }
    return sign head tail
}

function dress(cell, name) {
    if (name in is_percent && is_number(cell))
        return sprintf("%.1f%%", cell * 100)
    if (cell ~ /^-?[0-9]+\.[0-9][0-9][0-9][0-9]$/)
        cell = sprintf(cell * cell < 1000000 ? "%.1f" : "%.2f", cell)
    return cell ~ /^-?[0-9]+\.[0-9][0-9]$/ ? with_separators(cell) : cell
}

# A bar of 40 characters for the whole.
function drawn(share,    text) {
    for (text = ""; share > 0; share -= 0.025)
        text = text "\342\226\210"
    return text
}

function show(column, title) {
    order[++shown] = column
    titles[shown] = title
}

{ sub(/\r$/, "") }

NR == 1 {
    count = split_csv($0, names)
    for (i = 1; i <= count; i++)
        at[names[i]] = i
    wanted = split(columns, chosen, ",")
    for (i = 1; i <= wanted; i++) {
        name = chosen[i]
        sub(/^[^=]*=/, "", name)
        sub(/=.*/, "", chosen[i])
        if (name in at)
            show(at[name], chosen[i])
    }
    for (i = 1; !wanted && i <= count; i++)
        show(i, names[i])
    listed = split(percent, list, ",")
    for (i = 1; i <= listed; i++)
        is_percent[list[i]] = 1
}

{
    split_csv($0, cells)
    if (NR > 1 && (rows && lines > rows || only in at && cells[at[only]] ~ /^0?$/))
        next
    lines++
    bar[lines] = NR > 1 && bars in at ? drawn(cells[at[bars]]) : ""
    for (i = 1; i <= shown; i++) {
        cell = NR == 1 ? titles[i] : dress(cells[order[i]], names[order[i]])
        table[lines, i] = cell
        if (width(cell) > widest[i])
            widest[i] = width(cell)
        if (NR > 1 && cell != "" && !is_number(cell))
            has_text[i] = 1
    }
}

END {
    for (row = 1; row <= lines; row++) {
        line = ""
        for (i = 1; i <= shown; i++) {
            cell = table[row, i]
            fill = spaces(widest[i] - width(cell))
            line = line (i > 1 ? "  " : "") (i in has_text ? cell fill : fill cell)
        }
        if (row < lines)
            line = line "  " bar[row]
        sub(/ +$/, "", line)
        print "  " line
    }
}
