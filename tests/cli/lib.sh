# shellcheck shell=sh
#
# lib.sh: checks of what a command prints and returns, in files that read like the manual.
#
#     . "$(dirname "$0")/lib.sh"
#
#     cat >bills.csv <<'end'
#     customer,month,amount
#     A,2026-10,12.5x
#     end
#
#     check 'an amount that is no number is named' 1 kam-import bills.csv 3<<'end'
#     kam-import: bills.csv:2: amount: not a number: '12.5x'
#     end
#
#     check 'a pipeline is one string of shell text' 0 'kam-import a.csv | kam-score' <<'end'
#     account_id,score
#     end
#
#     finish
#
# check WHAT STATUS COMMAND... <<stdout 3<<stderr
#     Run COMMAND (words, or one string of shell text) with nothing on its standard input and
#     compare exit status, standard output and standard error, byte for byte. What is not given is
#     expected to be empty. A command that a signal ended, or that could not be run, is a failure
#     whatever STATUS says. What it printed stays in ../stdout and ../stderr.
# columns NAME,...      these columns of the table on standard input, which has no quotes; - for one
#                       that it lacks
# skip WHAT WHY         count a check that can't be made here
# skip_all WHY          end the file, nothing in it can be checked here
# skip_missing PACKAGE  the same, as PACKAGE is not installed; with KAM_REQUIRE_TOOLS set, a failure
# finish                the last line of every file: without it the file counts as broken
#
# A file works in an empty directory of its own that is removed afterwards (KAM_KEEP=1 keeps it);
# the tools that were built come first in PATH; the locale is C, the time zone UTC; a preparing
# command that fails ends the file. Files run alone, too: sh tests/cli/NAME.sh, from anywhere.
# The output is TAP; a difference is shown as lines of `diff -u`.
#
# KAM_BUILD    the build directory, ./build of the source tree if unset
# KAM_WRAPPER  words to put before every call of a tool, such as those of valgrind
# KAM_SOURCE   the source tree, found from where the test file stands if unset

set -eu

KAM_SOURCE=${KAM_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
KAM_BUILD=${KAM_BUILD:-$KAM_SOURCE/build}
KAM_TEMP=$(mktemp -d "${TMPDIR:-/tmp}/kam-test.XXXXXX")
[ -n "${KAM_KEEP-}" ] || trap 'rm -rf "$KAM_TEMP"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$KAM_TEMP/bin" "$KAM_TEMP/expected" "$KAM_TEMP/work"

# Under a wrapper, PATH leads to scripts that put it before the tool, so that it also reaches the
# tools that a pipeline, a script under test or xargs calls.
if [ -n "${KAM_WRAPPER-}" ]; then
    for tool in "$KAM_BUILD"/kam-*; do
        [ -x "$tool" ] || continue
        wrapper=$KAM_TEMP/bin/${tool##*/}
        printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$KAM_WRAPPER" "$tool" >"$wrapper"
        chmod +x "$wrapper"
    done
fi

PATH=$KAM_TEMP/bin:$KAM_BUILD:$PATH
LC_ALL=C
TZ=UTC
export KAM_SOURCE KAM_BUILD PATH LC_ALL TZ
unset KAM_MODEL LANGUAGE CDPATH
cd "$KAM_TEMP/work"
exec </dev/null 3</dev/null

KAM_COUNT=0
KAM_FAILED=0

# report WHAT: the result of one check, bad if $KAM_TEMP/problems says anything.
report() {
    KAM_COUNT=$((KAM_COUNT + 1))
    if [ -s "$KAM_TEMP/problems" ]; then
        KAM_FAILED=$((KAM_FAILED + 1))
        echo "not ok $KAM_COUNT - $1"
        sed 's/^/# /' "$KAM_TEMP/problems"
    else
        echo "ok $KAM_COUNT - $1"
    fi
}

# differences FILE: nothing, or how ../FILE differs from what was expected of it.
differences() {
    diff -u "$KAM_TEMP/expected/$1" "../$1" | sed "1s/.*/--- expected $1/; 2s/.*/+++ $1/"
}

check() {
    what=$1
    expected_status=$2
    shift 2
    cat >"$KAM_TEMP/expected/stdout"
    cat <&3 >"$KAM_TEMP/expected/stderr"

    status=0
    if [ $# -eq 1 ]; then
        (eval "$1") </dev/null >../stdout 2>../stderr 3<&- || status=$?
    else
        ("$@") </dev/null >../stdout 2>../stderr 3<&- || status=$?
    fi

    {
        if [ "$status" -gt 128 ]; then
            echo "ended by signal $((status - 128))"
        elif [ "$status" -gt 125 ]; then
            echo "could not be run: status $status"
        elif [ "$status" -ne "$expected_status" ]; then
            echo "exit status $status, not $expected_status"
        fi
        differences stdout
        differences stderr
    } >"$KAM_TEMP/problems" 2>&1 || :
    report "$what"
}

columns() {
    awk -F, -v wanted="$1" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(wanted, names, ",") }
        { for (i = 1; i <= n; i++) printf "%s%s", names[i] in at ? $at[names[i]] : "-", i < n ? "," : "\n" }'
}

skip() {
    KAM_COUNT=$((KAM_COUNT + 1))
    echo "ok $KAM_COUNT - $1 # SKIP $2"
}

skip_all() {
    echo "1..0 # SKIP $1"
    exit 0
}

skip_missing() {
    [ -z "${KAM_REQUIRE_TOOLS-}" ] || {
        echo "Bail out! $1 is not installed"
        exit 1
    }
    skip_all "$1 is not installed"
}

finish() {
    echo "1..$KAM_COUNT"
    [ "$KAM_FAILED" -eq 0 ] || exit 1
    exit 0
}
