# The monthly job: all of a month or nothing of it, the same bytes twice, loud when it fails.
. "$(dirname "$0")/lib.sh"

KAM_MODEL=$KAM_SOURCE/examples/telecom.kam
export KAM_MODEL
monthly=$KAM_SOURCE/examples/monthly.sh
"$KAM_BUILD/examples/generate" --accounts 150 --months 4 -o data

# month PERIOD [OPTION...]: the job over all exports.
month() {
    period=$1
    shift
    sh "$monthly" -o out -c data/customers.csv -r data/relations.csv "$@" "$period" data/bills-*
}

check 'the first month has nothing to compare with' 0 month 2026-09 3<<'end'
monthly.sh: 2026-09: no earlier snapshot in out, so no movements
end
check 'its results' 0 ls out <<'end'
2026-09-reconcile.csv
2026-09-report.html
2026-09-report.txt
2026-09-summary.txt
2026-09.csv
end
check 'the next month finds it by itself' 0 month 2026-10
check 'and has movements' 0 'ls out | grep 2026-10; head -n 1 out/2026-10-moves.csv | cut -d , -f 1,2' <<'end'
2026-10-moves.csv
2026-10-reconcile.csv
2026-10-report.html
2026-10-report.txt
2026-10-summary.txt
2026-10.csv
account_id,account_name
end
check 'the summary has the pyramid, the movements, their causes and the bridge' 0 \
    'grep "^2026" out/2026-10-summary.txt' <<'end'
2026-10: the pyramid
2026-09 to 2026-10: movements
2026-09 to 2026-10: why they moved
2026-09 to 2026-10: revenue bridge
end

check 'the report compares with the month before, and knows who may leave' 0 \
    'sed -n "1p; s/^Before:.*/before/p; /^The largest movements/p; /possible loss of/p" \
        out/2026-10-report.txt; sed -n 1p out/2026-09-report.txt
    grep -c "possible loss" out/2026-09-report.txt; grep -c "<svg" out/2026-10-report.html >/dev/null' <<'end'
Key accounts, October 2026
before
The largest movements
  4 customers, with a possible loss of 1,546,819.
Key accounts, September 2026
0
end
check 'the page and the text are those of kam-report' 0 \
    'kam-diff --all -o 2026-10-all.csv out/2026-09.csv out/2026-10.csv
    kam-diff --at-risk -o 2026-10-at-risk.csv out/2026-09.csv out/2026-10.csv
    kam-report --previous out/2026-09.csv --moves 2026-10-all.csv --at-risk 2026-10-at-risk.csv \
        --format text out/2026-10.csv | cmp - out/2026-10-report.txt
    kam-report --previous out/2026-09.csv --moves 2026-10-all.csv --at-risk 2026-10-at-risk.csv \
        -o page.html out/2026-10.csv && cmp page.html out/2026-10-report.html'
check 'a model without risks has none of them in it' 0 \
    'sed "/^\[risk /,\$d" "$KAM_MODEL" >calm.kam
    mkdir calm && cp out/2026-09.csv calm
    sh "$monthly" -a model -m calm.kam -o calm -c data/customers.csv 2026-10 data/bills-*
    sed -n "/^Customers at risk/,/^\$/p" calm/2026-10-report.txt' <<'end'
Customers at risk
  This needs the list of customers at risk; kam-diff --at-risk OLD NEW
  >risks.csv makes it, --at-risk risks.csv shows it.

end

check 'with contacts and visits, they are in the snapshot' 0 \
    'sh "$monthly" -o near -C data/contacts.csv -V data/visits.csv -c data/customers.csv \
        -r data/relations.csv 2026-10 data/bills-* 2>/dev/null
    head -n 1 near/2026-10.csv | tr , "\n" | grep -E "closeness|advantage|visit"
    awk -F, "FNR > 1" near/2026-10.csv | wc -l | tr -d " " >near/count
    awk "FNR > 1" out/2026-10.csv | wc -l | tr -d " " | cmp - near/count' <<'end'
closeness
advantage
advantage_2
visits
last_visit
policy_visits
visits_planned
visits_gap
end

mkdir told
cat >told/kam-report <<'end'
#!/bin/sh
echo "$@" | grep -o '[-][-]previous\|[-][-]moves' >>told/options
exec "$KAM_BUILD/kam-report" "$@"
end
chmod +x told/kam-report
check 'of a month in another currency the report has the movements, and no pyramid' 0 \
    'cp -R out other; export KAM_BUILD
    KAM_BIN=$PWD/told sh "$monthly" -a model,currency -o other -c data/customers.csv 2026-10 data/bills-*
    sort told/options | uniq -c | sed "s/^ *//"' <<'end'
2 --moves
end

cp -R out before
check 'running again gives the same bytes' 0 'month 2026-10 && diff -r before out'
check 'an earlier month is not compared with a later one' 0 \
    'month 2026-09 && diff -r before out' 3<<'end'
monthly.sh: 2026-09: no earlier snapshot in out, so no movements
end
check 'what is in the way of no other month stays' 0 \
    'cp -R before late && sh "$monthly" -o late -c data/customers.csv 2026-08 data/bills-* 2>/dev/null &&
    rm late/2026-08* && diff -r before late'

# A stage that fails, each in turn: a tool of that name in front of the real ones.
for tool in kam-import kam-merge-group kam-score kam-tier kam-diff kam-report; do
    mkdir "broken-$tool"
    printf '#!/bin/sh\necho "%s: broken" >&2\nexit 3\n' $tool >"broken-$tool/$tool"
    chmod +x "broken-$tool/$tool"
    check "$tool failing fails the run and changes nothing" 3 \
        "KAM_BIN=\$PWD/broken-$tool month 2026-10; status=\$?; diff -r before out; exit \$status" \
        3<<end
$tool: broken
monthly.sh: 2026-10: $tool failed (status 3); nothing was changed
end
done

mkdir partial
cp data/bills-2026-09.csv.gz partial
head -c 2000 data/bills-2026-10.csv.gz >partial/bills-2026-10.csv.gz
check 'so does a truncated export' 1 \
    'sh "$monthly" -o out 2026-10 partial/bills-* 2>/dev/null; status=$?; diff -r before out; exit $status'
check 'nothing is left behind in a directory of results' 0 'ls -A out | grep "^[.]work"; true'

if command -v flock >/dev/null; then
    check 'one run at a time' 3 '(flock 8 && month 2026-10) 8>out/.lock' 3<<'end'
monthly.sh: out: another run is at work here
end
else
    skip 'one run at a time' 'no flock'
fi

mkdir few
for command in mkdir mv rm rmdir sed; do
    ln -s "$(command -v $command)" few/$command
done
rm -f out/.lock before/.lock
check 'without flock, too' 3 'mkdir out/.lock.d; PATH=$PWD/few:$KAM_BUILD
    /bin/sh "$monthly" -o out 2026-10 data/bills-*' 3<<'end'
monthly.sh: out: another run is at work here (if none is: rmdir out/.lock.d)
end
check 'and that lock goes with the run' 0 'rmdir out/.lock.d; export PATH=$PWD/few:$KAM_BUILD
    /bin/sh "$monthly" -o out -c data/customers.csv -r data/relations.csv 2026-10 data/bills-*
    PATH=/usr/bin:/bin; diff -r before out'

# A mail command that keeps what it is given.
cat >post <<'end'
#!/bin/sh
[ -f out/2026-10.csv ] || exit 9
printf '%s\n' "$@" >mail.args
cat >mail.body
exit "${POST_STATUS-0}"
end
chmod +x post
check 'the text is mailed, in the language that is asked for' 0 \
    'KAM_MAIL=./post month 2026-10 -M boss@example.com -l zh && cat mail.args &&
    cmp mail.body out/2026-10-report.txt' <<'end'
-s
2026年10月大客户分析报告
boss@example.com
end
check 'nobody gets a mail who is not asked for' 0 \
    'rm -f mail.args; KAM_MAIL=./post month 2026-10; ls mail.args 2>/dev/null; rm -f out/.lock
    diff -r before out'
check 'a mail that fails is said, and the results stay' 5 \
    'KAM_MAIL=./post POST_STATUS=5 month 2026-10 -M boss@example.com; status=$?; rm -f out/.lock
    diff -r before out; exit $status' 3<<'end'
monthly.sh: 2026-10: no mail to boss@example.com (status 5); the results are in out
end
check 'no mail of a month that failed' 3 \
    'rm -f mail.args; KAM_MAIL=./post KAM_BIN=$PWD/broken-kam-report month 2026-10 -M a@example.com \
        2>/dev/null; status=$?; ls mail.args 2>/dev/null; exit $status'

check 'results are as private as the umask says' 0 \
    'umask 077; month 2026-10 && ls -l out/2026-10*.* | cut -c 1-10 | sort -u' <<'end'
-rw-------
end

check 'a month without bills is not published' 1 'month 2026-12; status=$?; ls out | grep 2026-12
    exit $status' 3<<'end'
kam-import: warning: no line in 2026-11 to 2026-12, the period included: without its export every customer seems to fall
kam-import: 1 warning, and --strict makes that an error
monthly.sh: 2026-12: kam-import failed (status 1); nothing was changed
end
check 'a wrong year neither' 1 'month 2036-10' 3<<'end'
kam-import: warning: no line is in the window, 2035-11 to 2036-10
kam-import: 1 warning, and --strict makes that an error
monthly.sh: 2036-10: kam-import failed (status 1); nothing was changed
end
check 'nor a language that there is not: at once, whatever the bills' 2 \
    'sh "$monthly" -l fr -o nowhere 2026-10 no-bills.csv; status=$?; ls -d nowhere 2>/dev/null
    exit $status' 3<<'end'
kam-report: --lang: 'fr': none of en, zh
Try 'kam-report --help' for more information.
end
check 'not a period' 2 sh "$monthly" -o out 2026-13 data/bills-2026-10.csv.gz 3<<'end'
monthly.sh: not a period YYYY-MM: '2026-13'
usage: monthly.sh [-m MODEL] [-o OUTDIR] [-c CUSTOMERS] [-k KEY] [-r RELATIONS] [-C CONTACTS] [-V VISITS] [-a WHAT] [-l LANG] [-M ADDRESS] PERIOD BILLS...
end
check 'no exports' 2 sh "$monthly" 2026-10 3<<'end'
monthly.sh: a period and billing exports are needed
usage: monthly.sh [-m MODEL] [-o OUTDIR] [-c CUSTOMERS] [-k KEY] [-r RELATIONS] [-C CONTACTS] [-V VISITS] [-a WHAT] [-l LANG] [-M ADDRESS] PERIOD BILLS...
end
check 'no model' 2 'unset KAM_MODEL; sh "$monthly" 2026-10 data/bills-2026-10.csv.gz' 3<<'end'
monthly.sh: no model: give -m or set KAM_MODEL
usage: monthly.sh [-m MODEL] [-o OUTDIR] [-c CUSTOMERS] [-k KEY] [-r RELATIONS] [-C CONTACTS] [-V VISITS] [-a WHAT] [-l LANG] [-M ADDRESS] PERIOD BILLS...
end

finish
