# shellcheck shell=sh
#
# lib-sweep.sh: a command whose allocations and system calls fail one after the other. To be read
# in after lib.sh, of which it uses the working directory and the report.
#
#     . "$(dirname "$0")/lib.sh"
#     . "$KAM_SOURCE/tests/cli/lib-sweep.sh"
#
#     sweep_alloc kam-import -o table.csv bills.csv
#     sweep_io write kam-import <<'end'
#     customer,month,amount
#     end
#     sweep_io read:EINTR kam-import bills.csv
#
# sweep_alloc COMMAND...            let the first, second, ... allocation fail
# sweep_io CALL[:ERRNO] COMMAND...  the same with read, write, close, rename, fsync, open, fstat or
#                                   fchmod; ERRNO is EIO, EINTR, ENOSPC or EACCES
#
# COMMAND is words, a tool first, and succeeds when it is left alone. It runs with what the sweep
# finds on its standard input, once for each failure, until there are fewer calls than that; from
# the 300th on the steps grow. Each sweep is one check, made by tests/shim/sweep.c. In each run the
# tool has to
#
#   - exit 3 with a message, print nothing and leave all files as they were; or
#   - survive, with the same standard output and files as without the failure. That isn't enough
#     where a read, write, rename or fsync failed, unless the error is EINTR: then it is a must.
#
# What the system doesn't take back is allowed: output that was written before a write or close
# failed, and a file that was replaced before its directory could be synced.

KAM_SHIMS=$KAM_BUILD/tests/shim/.libs
KAM_SWEEP=$KAM_TEMP/sweep

sweep_alloc() {
    sweep alloc fail_alloc.so KAM_FAIL_ALLOC "$@"
}

sweep_io() {
    call_and_errno=$1
    shift
    sweep "$call_and_errno" fail_io.so KAM_FAIL_NUMBER "$@"
}

# sweep CALL[:ERRNO] SHIM VARIABLE COMMAND...
sweep() {
    call=${1%:*} errno=${1#"${1%:*}"} shim=$KAM_SHIMS/$2 variable=$3
    errno=${errno#:}
    shift 3
    what="$*: $call fails${errno:+ with $errno}"
    if [ ! -f "$shim" ]; then
        skip "$what" 'fault injection was not built'
        return
    fi
    if [ -n "${KAM_WRAPPER-}" ]; then
        skip "$what" 'not under a wrapper'
        return
    fi
    rm -rf "$KAM_SWEEP"
    mkdir "$KAM_SWEEP"
    cat >"$KAM_SWEEP/input"
    "$KAM_BUILD/tests/shim/sweep" "$call:$errno" "$shim" "$variable" "$KAM_SWEEP" "$@" \
        >"$KAM_TEMP/problems" 2>&1 || echo 'the sweep ended early' >>"$KAM_TEMP/problems"
    report "$what"
}
