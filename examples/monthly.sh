#!/bin/sh
# The pyramid of one month, for cron.
#
#     monthly.sh [-m MODEL] [-o OUTDIR] [-c CUSTOMERS] [-k KEY] [-r RELATIONS] [-C CONTACTS] [-V VISITS] [-a WHAT] [-l LANG] [-M ADDRESS] PERIOD BILLS...
#
#     -m MODEL      the company's rules; $KAM_MODEL if not given
#     -o OUTDIR     where the results go, and where last month's are found; . if not given
#     -c CUSTOMERS  a customer file, its accounts in column KEY (客户编号): what it knows of
#                   customers is joined to them, and who has no bills is a prospect
#     -k KEY
#     -r RELATIONS  who belongs to whom: account_id,parent_id[,from,to[,kind]]
#     -C CONTACTS   who is known at the customers, and how they stand to us and to competitors
#     -V VISITS     when the customers were visited: account_id,date
#     -a WHAT       compare with last month although WHAT differs (kam-diff --allow);
#                   with currency the report has its movements, but not last month's pyramid
#     -l LANG       the language of the report: en or zh; en if not given
#     -M ADDRESS    send the report as text there, once everything is in place, as
#                   mail -s SUBJECT ADDRESS; $KAM_MAIL is another command than mail. The text is
#                   UTF-8, which some of them only say in a mail if LC_ALL does, such as C.UTF-8
#     PERIOD        YYYY-MM, the last month of the window
#     BILLS         billing exports; what lies outside the window is left out by itself
#
# makes in OUTDIR
#
#     PERIOD.csv            the snapshot: every customer with its score, tier and reason
#     PERIOD-moves.csv      who moved since the newest earlier snapshot in OUTDIR
#     PERIOD-report.html    all of it as a page for a browser (kam-report)
#     PERIOD-report.txt     the same as text, as it is mailed
#     PERIOD-summary.txt    pyramid, movements, their causes and revenue bridge as tables
#     PERIOD-reconcile.csv  lines and sums per file and month: what was used, and what was not
#
# All of them or none: everything is made aside and put in place by rename at the very end, the
# snapshot last. A failing stage ends the run with its message and its status, and leaves what was
# there before. Running twice gives the same bytes. One run at a time per OUTDIR. A mail that can't
# be sent ends the run with the status of its command; the files are in place then.
#
# The tools are those in $KAM_BIN, or in $PATH. A crontab line for the third of each month:
#
#     0 5 3 * *  KAM_MODEL=/etc/kam/telecom.kam monthly.sh -o /srv/kam -M boss@example.com "$(date -d 'last month' +\%Y-\%m)" /srv/bills/*.csv.gz
set -eu

say() {
    printf 'monthly.sh: %s\n' "$1" >&2
}

fail() {
    say "$2"
    exit "$1"
}

usage() {
    say "$1"
    sed -n '4s/^# */usage: /p' "$0" >&2
    exit 2
}

# run COMMAND...: a stage. There is no pipefail in POSIX sh, so every stage reads and writes files
# in $work, and none starts before the one in front of it has succeeded.
run() {
    status=0
    "$@" || status=$?
    [ "$status" -eq 0 ] || fail "$status" "$period: $1 failed (status $status); nothing was changed"
}

take_lock() {
    if command -v flock >/dev/null; then
        exec 9>"$out/.lock"
        flock -n 9 || fail 3 "$out: another run is at work here"
    else
        mkdir "$out/.lock.d" 2>/dev/null ||
            fail 3 "$out: another run is at work here (if none is: rmdir $out/.lock.d)"
        lock_directory=$out/.lock.d
    fi
}

clean_up() {
    rm -rf "$work"
    [ -z "$lock_directory" ] || rmdir "$lock_directory"
}

# Prints the newest snapshot in OUTDIR before PERIOD, or nothing.
previous_snapshot() {
    for snapshot in "$out"/[0-9][0-9][0-9][0-9]-[01][0-9].csv; do
        month=${snapshot##*/}
        month=${month%.csv}
        if [ -f "$snapshot" ] && [ "$(number "$month")" -lt "$(number "$period")" ]; then
            newest=$snapshot
        fi
    done
    printf '%s' "${newest-}"
}

# YYYY-MM as the number YYYYMM
number() {
    printf '%s' "${1%-*}${1#*-}"
}

diff_snapshots() {
    run kam-diff ${allow:+--allow "$allow"} "$@" "$previous" "$work/$period.csv"
}

make_snapshot() {
    set -- --period "$period" --reconcile "$work/reconcile.csv" -o "$work/accounts.csv" -- "$@"
    # Strict: a period without a line, or with far too few, is no month to publish.
    run kam-import --strict "$@"
    set -- -o "$work/merged.csv" "$work/accounts.csv"
    [ -z "$relations" ] || set -- --relations "$relations" "$@"
    run kam-merge-group "$@"
    set -- -o "$work/scored.csv" "$work/merged.csv"
    [ -z "$customers" ] ||
        set -- --join "$customers" --join-key "$key=account_id" --prospects "$@"
    [ -z "$contacts" ] || set -- --contacts "$contacts" "$@"
    [ -z "$visits" ] || set -- --visits "$visits" "$@"
    run kam-score "$@"
    set -- -o "$work/$period.csv" "$work/scored.csv"
    [ -z "$previous" ] || set -- --previous "$previous" "$@"
    run kam-tier "$@"
}

summarise() {
    echo "$period: the pyramid"
    set -- --summary "$work/scored.csv"
    [ -z "$previous" ] || set -- --previous "$previous" "$@"
    run kam-tier "$@"
    echo
    if [ -z "$previous" ]; then
        echo "$period: no earlier snapshot to compare with"
        return
    fi
    echo "$before to $period: movements"
    diff_snapshots --summary
    echo
    echo "$before to $period: why they moved"
    diff_snapshots --causes
    echo
    echo "$before to $period: revenue bridge"
    diff_snapshots --bridge
}

compare() {
    if [ -z "$previous" ]; then
        say "$period: no earlier snapshot in $out, so no movements"
        return
    fi
    diff_snapshots -o "$work/moves.csv"
}

# What the report shows beside the snapshot: all movements; who may leave, if the model asks.
list_for_report() {
    diff_snapshots --all -o "$work/$period-all.csv"
    if [ -n "$(sed -n '/^[[:space:]]*\[risk[[:space:]]/p' "$KAM_MODEL")" ]; then
        diff_snapshots --at-risk -o "$work/$period-at-risk.csv"
    fi
}

report() {
    set -- --lang "$language" "$@" "$work/$period.csv"
    [ -z "$previous" ] || set -- --moves "$work/$period-all.csv" "$@"
    case ,$allow, in
    *,currency,*) ;; # kam-report has no pyramid before in another one
    *) [ -z "$previous" ] || set -- --previous "$previous" "$@" ;;
    esac
    [ ! -f "$work/$period-at-risk.csv" ] || set -- --at-risk "$work/$period-at-risk.csv" "$@"
    run kam-report "$@"
}

send() {
    status=0
    subject=$(sed -n 1p "$out/$period-report.txt")
    "${KAM_MAIL:-mail}" -s "$subject" "$address" <"$out/$period-report.txt" || status=$?
    [ "$status" -eq 0 ] ||
        fail "$status" "$period: no mail to $address (status $status); the results are in $out"
}

# The snapshot last: where it is, the rest is.
put_in_place() {
    mv -f "$work/reconcile.csv" "$out/$period-reconcile.csv"
    mv -f "$work/report.html" "$out/$period-report.html"
    mv -f "$work/report.txt" "$out/$period-report.txt"
    mv -f "$work/summary.txt" "$out/$period-summary.txt"
    if [ -n "$previous" ]; then
        mv -f "$work/moves.csv" "$out/$period-moves.csv"
    else
        rm -f "$out/$period-moves.csv"
    fi
    mv -f "$work/$period.csv" "$out/$period.csv"
}

out=.
customers=
key=客户编号
relations=
contacts=
visits=
allow=
language=en
address=
while getopts m:o:c:k:r:C:V:a:l:M: option; do
    case $option in
    m) KAM_MODEL=$OPTARG ;;
    o) out=$OPTARG ;;
    c) customers=$OPTARG ;;
    k) key=$OPTARG ;;
    r) relations=$OPTARG ;;
    C) contacts=$OPTARG ;;
    V) visits=$OPTARG ;;
    a) allow=$OPTARG ;;
    l) language=$OPTARG ;;
    M) address=$OPTARG ;;
    *) usage 'unknown option' ;;
    esac
done
shift $((OPTIND - 1))
[ $# -ge 2 ] || usage 'a period and billing exports are needed'
period=$1
shift
case $period in
[0-9][0-9][0-9][0-9]-0[1-9] | [0-9][0-9][0-9][0-9]-1[0-2]) ;;
*) usage "not a period YYYY-MM: '$period'" ;;
esac
[ -n "${KAM_MODEL-}" ] || usage 'no model: give -m or set KAM_MODEL'
export KAM_MODEL
PATH=${KAM_BIN:+$KAM_BIN:}$PATH
wrong=$(kam-report --lang "$language" --help 2>&1 >/dev/null) || [ $? -ne 2 ] || {
    printf '%s\n' "$wrong" >&2
    exit 2
}

mkdir -p "$out"
work=$out/.work-$period.$$
lock_directory=
take_lock
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
rm -rf "$out"/.work-*
mkdir "$work"

previous=$(previous_snapshot)
before=${previous##*/}
before=${before%.csv}
make_snapshot "$@"
compare
summarise >"$work/summary.txt"
[ -z "$previous" ] || list_for_report
report -o "$work/report.html"
report --format text -o "$work/report.txt"
put_in_place
[ -z "$address" ] || send
