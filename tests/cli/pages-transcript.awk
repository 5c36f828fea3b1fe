# pages-transcript.awk: the examples of a manual page as a shell script that plays them again.
#
#     awk -v expected=DIR -v got=DIR -f pages-transcript.awk PAGE
#
# An example is a literal display (.Bd -literal) whose first line starts with "$ ": lines that start
# with "$ " are commands, lines with "> " behind them continue them, everything else is what they
# print, standard error included. Example number N is written to expected/N as the page shows it;
# running the script writes to got/N what really happens. Displays of other kinds are not run.

function unescape(text) {
    gsub(/\\&/, "", text)
    gsub(/\\-/, "-", text)
    gsub(/\\e/, "\\", text)
    return text
}

function end_command() {
    if (command != "")
        printf "echo_command <<'end of command'\n%send of command\n%s", shown, command
    command = shown = ""
}

/^\.Bd -literal/ {
    inside = 1
    running = 0
    next
}

/^\.Ed/ {
    if (running) {
        end_command()
        close(expected "/" number)
    }
    inside = running = 0
    next
}

!inside { next }

{ line = unescape($0) }

!running && !/^\$ / {
    inside = 0
    next
}

!running {
    running = 1
    printf "exec >'%s/%d' 2>&1\n", got, ++number
}

{ print line >(expected "/" number) }

/^\$ / || (command != "" && /^> /) {
    if (/^\$ /)
        end_command()
    shown = shown line "\n"
    command = command substr(line, 3) "\n"
    next
}

{ end_command() }
