#!/bin/sh
# Run a unit test, behind KAM_WRAPPER if that is set, and mend its TAP: cmocka 1.1.5 reports a
# skipped test as "not ok 3 # SKIP name", which is a failure to everyone else.
#
#     sh tests/unit/run.sh PROGRAM

# KAM_WRAPPER is a command with its arguments.
# shellcheck disable=SC2086
output=$(${KAM_WRAPPER-} "$@")
status=$?
printf '%s\n' "$output" | sed 's/^not ok \([0-9]*\) # SKIP/ok \1 # SKIP/'
exit $status
