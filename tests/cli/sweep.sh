# What lib-sweep.sh promises: a program without mistakes passes, each mistake is found.
. "$(dirname "$0")/lib.sh"
. "$KAM_SOURCE/tests/cli/lib-sweep.sh"

[ -f "$KAM_SHIMS/fail_io.so" ] || skip_all 'fault injection was not built'
[ -z "${KAM_WRAPPER-}" ] || skip_all 'not under a wrapper'
PATH=$KAM_BUILD/tests/shim:$PATH

printf 'some lines\nthat take more than one block\n' >from
sweep_alloc subject right from -
sweep_alloc subject right from new
for call in read write close fsync open fstat fchmod; do
    sweep_io $call subject right from from
done
for call in read write rename fsync open close; do
    sweep_io $call subject right from new
done
sweep_io write:ENOSPC subject right from new.gz
sweep_io open:EACCES subject right from new
for call in read write fsync open; do
    sweep_io $call:EINTR subject right from new
done
sweep_io read subject right - - <from
check 'files are as they were' 0 ls <<'end'
from
end

# mistake WHAT PROBLEM CALL COMMAND...: a sweep that has to fail, and say PROBLEM.
mistake() {
    mistake_what=$1
    mistake_problem=$2
    shift 2
    {
        echo '. "$KAM_SOURCE/tests/cli/lib.sh"; . "$KAM_SOURCE/tests/cli/lib-sweep.sh"'
        echo 'echo bytes >from; echo old >old'
        echo "$*"
        echo finish
    } >../sweeping.sh
    check "$mistake_what" 0 "sh ../sweeping.sh >../log && echo passed
        grep -c '^not ok' ../log; grep -q '$mistake_problem' ../log || cat ../log" <<'end'
1
end
}

mistake 'a crash' 'alloc 1: ended by a signal.*status 134' sweep_alloc subject crash from new
mistake 'no message' 'no message (subject, ' sweep_alloc subject silent from new
mistake 'exit status 0 without a result' 'exit status 0 with another' sweep_alloc subject zero from new
mistake 'a rename that nobody looked at' 'rename 1: exit status 0 (' sweep_io rename subject zero from new
mistake 'a file left behind' 'files are not as they were' sweep_io read subject litter from new
mistake 'rows of a tool that fails' 'output although it failed' sweep_io fsync subject early from new
mistake 'no such call' 'no rename at all' sweep_io rename subject right from -
mistake 'a command that fails anyway' 'exit status 3 before' sweep_alloc subject right none new
mistake 'another tool in the message' 'no message (sh, ' \
    sweep_io rename sh -c '"subject right from new"'

finish
