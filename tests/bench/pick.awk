# Columns of a CSV file by name, tabs between them and quotes taken away.
#
#     awk -v names=NAME,... -f pick.awk FILE
BEGIN {
    OFS = "\t"
    count = split(names, wanted, ",")
}

# Fields with a quote in them; awk knows no CSV, and most lines need none.
function split_quoted(  out, quoted) {
    out = ""
    while (match($0, /"([^"]|"")*"/)) {
        quoted = substr($0, RSTART + 1, RLENGTH - 2)
        gsub(/""/, "\"", quoted)
        out = out before(substr($0, 1, RSTART - 1)) quoted
        $0 = substr($0, RSTART + RLENGTH)
    }
    $0 = out before($0)
    return split($0, cells, "\t")
}

function before(text) {
    gsub(/,/, "\t", text)
    return text
}

{
    if (index($0, "\"")) split_quoted()
    else split($0, cells, ",")
}

NR == 1 {
    for (i = 1; i in cells; i++) at[cells[i]] = i
}

{
    line = cells[at[wanted[1]]]
    for (i = 2; i <= count; i++) line = line OFS cells[at[wanted[i]]]
    print line
}
