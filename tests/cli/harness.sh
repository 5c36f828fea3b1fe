# What lib.sh promises: above all that a check that should fail does.
. "$(dirname "$0")/lib.sh"

# checks FILE: a file of checks; its first line is that of every such file.
checks() {
    { echo '. "$KAM_SOURCE/tests/cli/lib.sh"' && cat; } >"$1"
}

checks good.sh <<'end'
check 'nothing given, nothing printed' 0 true
check 'both outputs and a status' 3 'echo data; echo message >&2; exit 3' <<'out' 3<<'err'
data
out
message
err
check 'words are not split or expanded' 0 printf '%s\n' 'a  b' '*' <<'out'
a  b
*
out
check 'nothing on standard input' 0 cat
echo input >file
check 'shell text may redirect' 0 'cat <file' <<'out'
input
out
check 'what was printed can be looked at' 0 cat ../stdout <<'out'
out
skip 'something else' 'not here'
finish
end
check 'good checks pass' 0 sh good.sh <<'end'
ok 1 - nothing given, nothing printed
ok 2 - both outputs and a status
ok 3 - words are not split or expanded
ok 4 - nothing on standard input
ok 5 - shell text may redirect
ok 6 - what was printed can be looked at
ok 7 - something else # SKIP not here
1..7
end

checks status.sh <<'end'
check 'success where a failure is expected' 1 true
check 'a failure where success is expected' 0 false
check 'another failure than expected' 1 'exit 2'
finish
end
check 'another exit status fails' 1 sh status.sh <<'end'
not ok 1 - success where a failure is expected
# exit status 0, not 1
not ok 2 - a failure where success is expected
# exit status 1, not 0
not ok 3 - another failure than expected
# exit status 2, not 1
1..3
end

checks stdout.sh <<'end'
check 'more than expected' 0 echo more
check 'less than expected' 0 true <<'out'
less
out
check 'no newline at the end' 0 printf data <<'out'
data
out
finish
end
check 'any difference on standard output fails' 1 sh stdout.sh <<'end'
not ok 1 - more than expected
# --- expected stdout
# +++ stdout
# @@ -0,0 +1 @@
# +more
not ok 2 - less than expected
# --- expected stdout
# +++ stdout
# @@ -1 +0,0 @@
# -less
not ok 3 - no newline at the end
# --- expected stdout
# +++ stdout
# @@ -1 +1 @@
# -data
# +data
# \ No newline at end of file
1..3
end

checks stderr.sh <<'end'
check 'an unexpected message' 0 'echo message >&2'
check 'a message that does not come' 0 true 3<<'err'
message
err
check 'a message on the wrong output' 0 echo message 3<<'err'
message
err
finish
end
check 'any difference on standard error fails' 1 sh stderr.sh <<'end'
not ok 1 - an unexpected message
# --- expected stderr
# +++ stderr
# @@ -0,0 +1 @@
# +message
not ok 2 - a message that does not come
# --- expected stderr
# +++ stderr
# @@ -1 +0,0 @@
# -message
not ok 3 - a message on the wrong output
# --- expected stdout
# +++ stdout
# @@ -0,0 +1 @@
# +message
# --- expected stderr
# +++ stderr
# @@ -1 +0,0 @@
# -message
1..3
end

checks ended.sh <<'end'
check 'a crash' 139 'exit 139'
check 'a command that is not there' 127 'exec 2>&-; kam-absent-tool'
finish
end
check 'a crash or an absent command fails even where its status is expected' 1 sh ended.sh <<'end'
not ok 1 - a crash
# ended by signal 11
not ok 2 - a command that is not there
# could not be run: status 127
1..2
end

checks unfinished.sh <<'end'
check 'fine' 0 true
false
finish
end
check 'a preparing command that fails leaves the file without its plan' 1 sh unfinished.sh <<'end'
ok 1 - fine
end

checks elsewhere.sh <<'end'
skip_all 'no such thing here'
finish
end
check 'a file skipped as a whole' 0 sh elsewhere.sh <<'end'
1..0 # SKIP no such thing here
end

checks lacking.sh <<'end'
skip_missing some-package
finish
end
check 'so is one that lacks a package' 0 'unset KAM_REQUIRE_TOOLS; sh lacking.sh' <<'end'
1..0 # SKIP some-package is not installed
end
check 'which is a failure where all packages are due' 1 'KAM_REQUIRE_TOOLS=1 sh lacking.sh' <<'end'
Bail out! some-package is not installed
end

# The verdicts above are lib.sh's own. This one isn't: every check of these files has to fail.
for file in status stdout stderr ended; do
    if sh $file.sh >log || grep -q '^ok' log; then
        echo "Bail out! a check in $file.sh passes that should fail"
        exit 1
    fi
done

mkdir temp
check 'nothing is left behind' 0 'TMPDIR=$PWD/temp sh good.sh >/dev/null && ls temp'

mkdir build
printf '#!/bin/sh\necho "kam-tool $*"\n' >build/kam-tool
chmod +x build/kam-tool
checks wrapped.sh <<'end'
check 'the tool that was built, straight and through xargs' 0 \
    'kam-tool 1 && echo 2 | xargs kam-tool' <<'out'
kam-tool 1
kam-tool 2
out
finish
end
check 'tools come from the build directory' 0 'KAM_BUILD=$PWD/build sh wrapped.sh' <<'end'
ok 1 - the tool that was built, straight and through xargs
1..1
end
check 'a wrapper reaches every call of a tool' 1 \
    'KAM_BUILD=$PWD/build KAM_WRAPPER="echo wrapped" sh wrapped.sh >log; status=$?
    sed -n "s,^# +wrapped .*/,wrapped ,p" log; exit $status' <<'end'
wrapped kam-tool 1
wrapped kam-tool 2
end

finish
