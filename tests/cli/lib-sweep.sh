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
# the 300th on the steps grow. Each sweep is one check. In each run the tool has to
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
    sweep_all "$@" >"$KAM_TEMP/problems" 2>&1 || :
    report "$what"
}

# All runs of one sweep; prints what is wrong, and nothing else.
sweep_all() {
    cp -R . "$KAM_SWEEP/before"
    sweep_run 0 "$@"
    if [ "$status" -ne 0 ]; then
        echo "exit status $status before anything failed"
        head -n 5 "$KAM_SWEEP/stderr"
        return
    fi
    mv "$KAM_SWEEP/stdout" "$KAM_SWEEP/good"
    cp -R . "$KAM_SWEEP/after"
    created=$(diff -rq "$KAM_SWEEP/before" . | grep '^Only in' || :)

    number=0 found=0
    while [ "$found" -lt 3 ]; do
        number=$((number < 300 ? number + 1 : number + number / 8))
        sweep_restore
        sweep_run "$number" "$@"
        [ -s "$KAM_SWEEP/injected" ] || break
        problem=$(sweep_judge "${1##*/}")
        [ -n "$problem" ] || continue
        found=$((found + 1))
        echo "$call $number: $problem"
        head -n 5 "$KAM_SWEEP/stderr"
    done
    [ "$number" -gt 1 ] || echo "no $call at all"
    if [ ! -s "$KAM_SWEEP/injected" ] && ! sweep_survived; then
        echo "$call $number: nothing failed, and yet another result"
    fi
    sweep_restore
}

# sweep_run NUMBER COMMAND...: sets status. Number 0 fails nothing.
sweep_run() {
    run_number=$1
    shift
    : >"$KAM_SWEEP/injected"
    status=0
    timeout 20 env LD_PRELOAD="$shim" KAM_FAIL_REPORT="$KAM_SWEEP/injected" \
        KAM_FAIL_CALL="$call" KAM_FAIL_ERRNO="$errno" "$variable=$run_number" \
        "$@" <"$KAM_SWEEP/input" >"$KAM_SWEEP/stdout" 2>"$KAM_SWEEP/stderr" || status=$?
}

sweep_unchanged() {
    diff -r "$KAM_SWEEP/before" . >/dev/null
}

sweep_survived() {
    [ "$status" -eq 0 ] && cmp -s "$KAM_SWEEP/good" "$KAM_SWEEP/stdout" &&
        diff -r "$KAM_SWEEP/after" . >/dev/null
}

sweep_restore() {
    sweep_unchanged || {
        find . ! -name . -prune -exec rm -rf {} +
        cp -R "$KAM_SWEEP/before/." .
    }
}

# sweep_judge TOOL: what is wrong with the run just made, on one line, or nothing.
sweep_judge() {
    if [ "$status" -eq 124 ]; then
        echo 'hangs'
    elif [ "$status" -gt 125 ]; then
        echo "ended by status $status"
    elif [ "$errno" = EINTR ]; then
        sweep_survived || echo "not carried on after EINTR: exit status $status, or another result"
    elif [ "$status" -eq 0 ]; then
        case $call in
        read | write | rename | fsync) echo 'exit status 0' ;;
        *) sweep_survived || echo 'exit status 0 with another result' ;;
        esac
    elif [ "$status" -ne 3 ]; then
        echo "exit status $status, not 3"
    elif ! head -n 1 "$KAM_SWEEP/stderr" | grep -q "^$1: ."; then
        echo "no message of $1"
    elif ! sweep_quiet; then
        echo 'output although it failed'
    elif ! sweep_unchanged && ! sweep_late; then
        echo 'files are not as they were'
    fi
}

# Nothing was printed; or, once writing had begun, the beginning of what should have been.
sweep_quiet() {
    case $call in
    write | close)
        head -c "$(wc -c <"$KAM_SWEEP/stdout")" "$KAM_SWEEP/good" | cmp -s - "$KAM_SWEEP/stdout"
        ;;
    *) [ ! -s "$KAM_SWEEP/stdout" ] ;;
    esac
}

# The new file had replaced the old one when its directory could not be opened or synced.
sweep_late() {
    case $call in
    open | fsync) [ -z "$created" ] && diff -r "$KAM_SWEEP/after" . >/dev/null ;;
    *) false ;;
    esac
}
