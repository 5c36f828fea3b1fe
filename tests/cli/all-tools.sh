# What all tools do alike: help, version, wrong options, outputs that fail, inputs that aren't there.
# shellcheck disable=SC2086 # operands that may be missing are words
. "$(dirname "$0")/lib.sh"

tools='kam-import kam-merge-group kam-score kam-tier kam-diff kam-report'

cat >good.kam <<'end'
[dimension size]
column = revenue
weight = 1
bands  = 0:0, 100:50, 1000:100
[tiers]
names = key, other
by    = score
cut   = customers 20%
end
export KAM_MODEL=good.kam

cat >bills.csv <<'end'
customer,month,amount
A,2026-09,500
A,2026-10,700
B,2026-10,5
end
kam-import --period 2026-09 --window 1 bills.csv >accounts-old.csv
kam-import --period 2026-10 --window 1 bills.csv >accounts.csv
for period in -old ''; do
    kam-merge-group accounts$period.csv >customers$period.csv
    kam-score customers$period.csv >scored$period.csv
    kam-tier scored$period.csv >snapshot$period.csv
done

# input TOOL: the file that it reads in these checks.
input() {
    case $1 in
    kam-import) echo bills.csv ;;
    kam-merge-group) echo accounts.csv ;;
    kam-score) echo customers.csv ;;
    kam-tier) echo scored.csv ;;
    kam-diff | kam-report) echo snapshot.csv ;;
    esac
}
# before TOOL: the operand that comes before that one.
before() {
    case $1 in
    kam-diff) echo snapshot-old.csv ;;
    esac
}

# The options that the help of a tool has, as --NAME, --NAME= or --NAME[=...], with their letters.
documented() {
    "$1" --help | sed -n 's/^ \{1,6\}\(-.*\)/\1/p' | sed 's/  .*//' | awk '
        {
            n = split($0, parts, ", ")
            for (i = 1; i <= n; i++) {
                split(parts[i], words, " ")
                if (parts[i] ~ /^-[^-]/)
                    letter = words[1]
                else
                    print words[1] (parts[i] ~ / / ? "=" : ""), letter
            }
            letter = ""
        }'
}

# All options that the parser of a tool knows: those that nothing at all could be short for.
understood() {
    "$1" --=x 2>&1 | grep -o -e "'--[a-z-]*'" | tr -d "'" | sort
}

# try_options TOOL: says which options are not understood as they are documented.
try_options() {
    documented "$1" | while read -r option letter; do
        case $option in
        *'[='*']')
            words=${option#*=} option=${option%%[*}
            for word in $(echo "${words%]}" | tr '|' ' ' | sed 's/^P%$/10%/'); do
                "$1" "$option=$word" --help | grep -q "^Usage: $1 " || echo "$option=$word: not understood"
            done
            "$1" "$option=?" 2>&1 | grep -q -e "$option: '?': " || echo "$option: any argument will do"
            ;;
        *=)
            "$1" "${option%=}" 2>&1 | grep -q "requires an argument" || echo "$option: no argument wanted"
            [ -z "$letter" ] || "$1" "$letter" 2>&1 | grep -q "requires an argument -- '${letter#-}'" ||
                echo "$letter: no argument wanted"
            ;;
        *)
            "$1" "$option=x" 2>&1 | grep -q "doesn't allow an argument" || echo "$option: not understood"
            case $letter in
            '' | -h | -V) continue ;; # see below
            esac
            "$1" "$letter?" 2>&1 | grep -q "invalid option -- '?'" ||
                echo "$letter: not understood"
            ;;
        esac
    done
}

# to_closed_pipe COMMAND...: its exit status where nobody reads what it writes; 141 is SIGPIPE.
to_closed_pipe() {
    {
        sleep 0.2
        status=0
        "$@" || status=$?
        echo $status >pipe-status
    } | :
    sleep 0.3
    cat pipe-status
}

version=$(kam-import --version | sed 's/.* //')

for tool in $tools; do
    input=$(input $tool)
    before=$(before $tool)
    good="$tool $before $input"

    check "$tool --help" 0 "$tool --help | head -n 1 | cut -c1-$((8 + ${#tool}))" <<end
Usage: $tool 
end
    check "$tool -h is the same" 0 "$tool --help >help; $tool -h | cmp - help"
    check "$tool --version" 0 $tool --version <<end
$tool (kam) $version
end
    check "$tool -V is the same" 0 $tool -V <<end
$tool (kam) $version
end
    check "$tool takes the options of its help, as the help says" 0 try_options $tool
    check "$tool has no others" 0 "documented $tool | sed 's/[=[ ].*//' | sort >names; understood $tool | diff names -"
    check "$tool has many" 0 "[ \$(understood $tool | wc -l) -gt 12 ]"
    check "$tool: an option that is not there" 2 $tool --no-such-option $before $input 3<<end
$tool: unrecognized option '--no-such-option'
Try '$tool --help' for more information.
end
    check "$tool: a message shows what is no text" 3 \
        "$tool $before \$(printf 'no\\377such\\033\\303\\251')" 3<<end
$tool: no\\xFFsuch\\x1Bé: cannot open: No such file or directory
end
    check "$tool: the help on a full disk" 3 "$tool --help >/dev/full" 3<<end
$tool: cannot write to standard output
end
    check "$tool: the version on a full disk" 3 "$tool --version >/dev/full" 3<<end
$tool: cannot write to standard output
end
    check "$tool: the help on a closed output" 3 "$tool --help >&-" 3<<end
$tool: cannot write to standard output
end

    check "$tool succeeds" 0 "$good >good-output; [ \$(wc -l <good-output) -gt 1 ]"
    check "$tool: a full disk" 3 "$good >/dev/full" 3<<end
$tool: standard output: cannot write: No space left on device
end
    check "$tool: a full disk, compressed" 3 "$good -z >/dev/full" 3<<end
$tool: standard output: cannot write: No space left on device
end
    check "$tool: a full disk behind -o" 3 "$good -o /dev/full" 3<<end
$tool: /dev/full: cannot write: No space left on device
end
    check "$tool: a closed output" 3 "$good >&-" 3<<end
$tool: standard output: cannot write: Bad file descriptor
end
    check "$tool: a closed pipe ends it quietly" 0 "to_closed_pipe $good" <<'end'
141
end
    check "$tool: -o /dev/null" 0 "$good -o /dev/null"
    check "$tool: -o FILE" 0 "$good -o file; cmp file good-output"
    check "$tool: -o in a directory that is not there" 3 $good -o absent/file 3<<end
$tool: absent/file: cannot create a file in its directory: No such file or directory
end

    check "$tool: an input that is not there" 3 $tool $before absent.csv 3<<end
$tool: absent.csv: cannot open: No such file or directory
end
    check "$tool: a directory" 3 $tool $before . 3<<end
$tool: .: cannot open: Is a directory
end
    check "$tool: an empty input" 1 "$tool $before - >out 2>message; status=\$?; cat out; sed 's/:.*empty.*/: empty/' message; exit \$status" <<end
$tool: empty
end
    # A page has more than one line, whatever it shows.
    case $tool in
    kam-report) of_header='a page' lines="grep -c '</html>'" ;;
    *) of_header='a header' lines='wc -l' ;;
    esac
    check "$tool: a header gives $of_header" 0 \
        "head -n 1 $input >header.csv; $tool ${before:+header.csv} header.csv | $lines" <<'end'
1
end
    check "$tool: what fails prints no rows, and keeps the file there was" 1 \
        "sed '\$s/\$/,x/' $input >bad.csv; cp good-output kept; status=0
        $tool $before bad.csv 2>message || status=\$?; $tool $before bad.csv -o kept 2>>message
        grep -c '^$tool: bad.csv:' message; cmp kept good-output; exit \$status" <<'end'
2
end
    # A page says what it was made from.
    named="sed 's/>standard input</>$input</'"
    check "$tool: standard input, named or not" 0 \
        "$tool $before - <$input | $named | cmp - good-output
        $tool -- $before - <$input | $named | cmp - good-output"
    check "$tool: gzip on standard input" 0 \
        "gzip <$input | $tool $before - | $named | cmp - good-output"
    check "$tool: a model that is not there" 3 "$good -m absent.kam" 3<<end
$tool: absent.kam: cannot open: No such file or directory
end
done

finish
