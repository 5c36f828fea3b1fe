#!/bin/sh
# House rules that need no reader. Prints each rule that is broken and, indented, where.
#
#     sh tests/syntax-check.sh [BUILD-DIRECTORY]
#
# What needs a program that is not installed is passed over, aloud; with KAM_REQUIRE_TOOLS set it
# is an offence.
#
# Lists of files are split into words on purpose: no name in this tree has a space.
# shellcheck disable=SC2046,SC2086
set -u

cd "$(dirname "$0")/.." || exit 1
build=${1:-build}
scratch=$(mktemp -d "${TMPDIR:-/tmp}/kam-syntax.XXXXXX") || exit 1
trap 'rm -rf "$scratch"' EXIT
: >"$scratch/broken"
LC_ALL=C
export LC_ALL

existing() {
    for path in "$@"; do
        [ ! -e "$path" ] || echo "$path"
    done
}

# files PATTERN DIRECTORY...: sorted; the fuzz corpora are data of any kind, examples/out is made.
files() {
    pattern=$1
    shift
    find $(existing "$@" /dev/null) -type f -name "$pattern" ! -path 'tests/fuzz/corpus/*' \
        ! -path 'examples/out/*' | sort
}

c_files=$(files '*.[ch]' libkam cmd tests examples)
library=$(files '*.[ch]' libkam)
headers=$(files '*.h' libkam cmd)
pages=$(files '*.[157]' man)
scripts="$(existing bootstrap examples/history examples/run tests/run .ci/run) $(files '*.sh' tests examples)"
texts="$c_files $pages $scripts $(existing configure.ac Makefile.am README HACKING NEWS)"

# search REGEX FILE...: FILE:LINE:TEXT of the lines that match, those of block comments aside.
search() {
    regex=$1
    shift
    grep -nE -e "$regex" -- "$@" /dev/null | grep -vE '^[^:]+:[0-9]+: *(/\*|\* |\*/)'
}

# calls NAMES FILE...: where one of NAME|NAME is called.
calls() {
    names=$1
    shift
    search "(^|[^A-Za-z0-9_])($names) *\\(" "$@"
}

# rule TEXT: what stands on standard input breaks it. The rules are counted in a file because the
# end of a pipeline is a shell of its own.
rule() {
    cat >"$scratch/offences"
    [ -s "$scratch/offences" ] || return 0
    echo "$1" >>"$scratch/broken"
    echo "syntax-check: $1"
    sed 's/^/    /' "$scratch/offences"
}

# have PROGRAM: whether what needs it can be checked.
have() {
    command -v "$1" >/dev/null && return 0
    echo "syntax-check: $1 is not installed, what needs it is not checked"
    [ -z "${KAM_REQUIRE_TOOLS-}" ] || echo "$1" >>"$scratch/broken"
    return 1
}

# ---- the library ------------------------------------------------------------------------------

check_silence() {
    {
        calls 'v?f?printf|v?dprintf|f?puts|f?putc|putchar|perror' $library
        calls '_?exit|_Exit|abort|getenv|setlocale' $library
        search '[(, ](stdout|stderr)[,);]' $library
    } | rule 'libkam never prints, never exits and reads no environment'
}

check_arrows() {
    {
        lower='base'
        for layer in base 'io language' table 'model account' 'join contact' 'import group score tier' 'explain whatif' diff report; do
            for folder in $layer; do
                # A folder may include itself and those of the layers below, nothing beside it.
                search '#include "[a-z]+/' $(files '*.[ch]' "libkam/$folder") |
                    grep -vE "#include \"($lower|$folder)/"
            done
            lower="$lower|$(printf %s "$layer" | tr ' ' '|')"
        done
        search '#include "(cmd/|front\.h)' $library
        search '#include "\.\./' $c_files
    } | rule 'includes go one way: base, io and language, table, model and account, join and contact, the tools, explain and whatif, diff, report, cmd'
}

# The sections of the archive tell what no grep can: whether anything in it can be written to.
check_state() {
    [ -e "$build/.libs/libkam.a" ] || return 0
    have objdump || return 0
    objdump -t "$build/.libs/libkam.a" | awk '
        /^[^ ]*: +file format/ { object = $1 }
        / O (\.data|\.bss|\.tdata|\.tbss|\.data\.rel|\.data\.rel\.local|\*COM\*)\t/ {
            print object " " $NF
        }' | rule 'libkam keeps no mutable state of its own'
}

# ---- C ----------------------------------------------------------------------------------------

check_calls() {
    calls 'strtod|strtof|atof|atoi|atoll?|v?sprintf|strcpy|strcat|gets|strtok' $(files '*.[ch]' libkam cmd examples) |
        rule 'calls that lose errors or overrun buffers'
}

check_types() {
    {
        search 'typedef (struct|union|enum)' $c_files
        search '^ *typedef .*_t;|^(struct|union|enum) [a-z0-9_]*_t( |;|$)' $c_files
    } | rule 'structs have no typedef, types no _t'
}

# Two headers whose types have one name can't be included together.
check_tags() {
    search '^(struct|union|enum) [a-z0-9_]+ \{' $headers |
        awk -F '[: ]' '$4 in first { print first[$4]; print $1 ":" $2 ": " $4; next }
            { first[$4] = $1 ":" $2 ": " $4 }' |
        sort -u | rule 'the name of a type is that of one type'
}

check_guards() {
    for header in $headers; do
        guard=$(echo "${header#*/}" | tr a-z./ A-Z__)
        guard=KAM_${guard#KAM_}
        grep -qx "#ifndef $guard" "$header" || echo "$header: $guard"
    done | rule 'a header is guarded by a macro named as its path'
}

check_self_contained() {
    for header in $headers; do
        "${CC:-gcc}" -std=gnu11 -D_GNU_SOURCE -Ilibkam -Icmd -fsyntax-only -x c "$header" 2>&1 |
            grep -E ': (error|fatal error):'
    done | rule 'a header compiles by itself'
}

check_format() {
    have clang-format || return 0
    clang-format --dry-run -Werror $c_files 2>&1 | grep -E '^[^ ]+:[0-9]+:' |
        rule 'formatted by clang-format (make format)'
}

# ---- everything else --------------------------------------------------------------------------

# Here-documents in the tests hold data, which may end in delimiters.
check_space() {
    tab=$(printf '\t')
    {
        grep -nE "[ $tab]+\$" -- $texts /dev/null
        grep -nE "^ *$tab" -- $c_files $scripts /dev/null
    } | grep -v '^tests/cli/' | rule 'no trailing white space, no tabs for indentation'
}

check_unfinished() {
    grep -nE '\<(TO''DO|FIX''ME|XX''X)\>' -- $texts /dev/null | rule 'nothing is left for later'
}

check_listed() {
    for file in $(files '*' libkam cmd man examples tests); do
        name=${file%.in}
        grep -qE "(^|[[:space:]])${name%.c}(\\.c)?([[:space:]]|\$)" Makefile.am || echo "$file"
    done | rule 'every file is named in Makefile.am'
}

# The parts that a model is built from are named as one there.
check_described() {
    [ -e HACKING ] || return 0
    for header in $headers; do
        name=$(basename "$header" .h)
        case $name in
        modelbuild_*) ;;
        *) grep -qw -e "$name" HACKING || echo "$header" ;;
        esac
    done | rule 'every module is named in HACKING'
}

# .ci/run is bash, everything else plain sh, whether it has a first line of its own or not.
# SC1091: the sourced lib.sh is checked by itself. SC2016: the shell text that check() evaluates
# stands in single quotes. SC2164: lib.sh sets -e, which shellcheck doesn't see.
check_scripts() {
    have shellcheck || return 0
    for script in $scripts; do
        case $script in
        .ci/run) shell='bash' ;;
        *) shell='sh' ;;
        esac
        shellcheck --shell=$shell --format=gcc --exclude=SC1091,SC2016,SC2164 "$script"
    done | rule 'scripts pass shellcheck'
}

check_pages() {
    [ -n "$pages" ] || return 0
    have mandoc || return 0
    # The pages of other programs aren't installed everywhere, nor are our own.
    mandoc -T lint $pages 2>/dev/null | grep -v ': referenced manual not found: ' |
        rule 'pages pass mandoc -T lint'
}

check_silence
check_arrows
check_state
check_calls
check_types
check_tags
check_guards
check_self_contained
check_format
check_space
check_unfinished
check_listed
check_described
check_scripts
check_pages

[ ! -s "$scratch/broken" ] || {
    echo "syntax-check: rules broken: $(wc -l <"$scratch/broken")"
    exit 1
}
