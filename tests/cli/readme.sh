# README: what it shows of examples/run is what that prints, and its tour leads where it says.
. "$(dirname "$0")/lib.sh"

# examples/run sets everything up from the directory above; here that is done already.
mkdir top
ln -s "$KAM_SOURCE/examples" top/examples
ln -s "$KAM_BUILD" top/build
printf '#!/bin/sh\n' >top/bootstrap
chmod +x top/bootstrap

check 'the example runs' 0 'sh top/examples/run out >printed'

# The first indented block with figures in it, "..." standing for what is left out.
sed -n '/^    华东电信: /,/^[^ ]/s/^    //p' "$KAM_SOURCE/README" | grep -vE '^ *\.\.\.$|^$' >shown
check 'README shows what the example prints' 0 'diff shown printed | grep "^<" || :'
check 'and shows something' 0 'test "$(wc -l <shown)" -gt 20'

check 'examples/report.html is its page, as kam-report makes it now (examples/page)' 0 \
    'cmp "$KAM_SOURCE/examples/report.html" out/2026-10-report.html'

# The tour in the form that pages-transcript.awk plays.
sed 's/\\/\\e/g' "$KAM_SOURCE/README" | awk '
    /^    \$ / && !inside { print ".Bd -literal"; inside = 1 }
    !/^    / && inside { print ".Ed"; inside = 0 }
    { print substr($0, inside ? 5 : 1) }' >tour
mkdir expected got
{
    echo 'echo_command() { kept=$?; cat; return $kept; }'
    awk -v expected="$PWD/expected" -v got="$PWD/got" \
        -f "$KAM_SOURCE/tests/cli/pages-transcript.awk" tour
} >script
(cd out && KAM_MODEL=$KAM_SOURCE/examples/telecom.kam sh ../script) </dev/null 3<&-
for step in $(seq "$(find expected -type f | wc -l)"); do
    check "the tour: step $step" 0 "diff -u expected/$step got/$step"
done

finish
