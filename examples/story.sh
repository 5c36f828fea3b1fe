#!/bin/sh
# Twelve months of a small company in which a known story happens; gen/script.c tells it.
#
#     story.sh DATA OUTDIR
#
# takes what `generate --story` wrote into DATA, and makes in OUTDIR what monthly.sh makes of each
# month from 2025-11 to 2026-10, and
#
#     rules-YYYY-MM.kam  the rules from that month on: telecom.kam with some changes
#     melted/            June by the rules of May, which take an agency for everybody's head office;
#                        what kam said of that is in the file `warnings`
#     YYYY-MM.log        what kam had to say in other months, if anything
#
# The tools are those in $KAM_BIN, or in $PATH.
set -eu

# rules [SED-ARGUMENT...]: telecom.kam for a company of this size, whose rules are less patient.
rules() {
    sed -e 's/^\(name .*= \).*2026/\1Story/' \
        -e 's/^\(cut .*= \)customers [^;]*/\1customers 2%, 8%, 30% /' \
        -e 's/^\(promote-after *= \)[0-9]*/\11/' \
        -e 's/^\(demote-after *= \)[0-9]*/\12/' \
        -e 's/^\(keep-factor *= \)90\(.*\) 90 %/\195\2 95 %/' \
        -e 's/^\(lost-after *= \)[0-9]*/\13/' "$@" "$examples/telecom.kam"
}

make_rules() {
    rules >"$out/rules-2025-11.kam"
    rules -e '/^\[group\]/{p; s/.*/ignore-payer = 00000360         ; an agency/; }' \
        >"$out/rules-2026-06.kam"
    cat "$out/rules-2026-06.kam" - >"$out/rules-2026-08.kam" <<'end'

; Public bodies pay little, and always: they get a manager all the same.
[admit public]
when    = industry in 政府|教育|医院, revenue >= 20万
tier    = main
end
}

# month RULES OUTDIR PERIOD [OPTION...]: RULES is the month since when they are in force.
month() {
    model=$out/rules-$1.kam
    results=$2
    period=$3
    shift 3
    "$examples/monthly.sh" -m "$model" -o "$results" -c "$data/customers-$period.csv" \
        -r "$data/relations.csv" "$@" "$period" "$data"/bills-* 2>"$results/$period.log" || {
        status=$?
        cat "$results/$period.log" >&2
        exit $status
    }
    [ -s "$results/$period.log" ] || rm "$results/$period.log"
}

make_months() {
    for period in 2025-11 2025-12 2026-01 2026-02 2026-03 2026-04 2026-05; do
        month 2025-11 "$out" $period
    done
    mkdir "$out/melted"
    cp "$out/2026-05.csv" "$out/melted"
    month 2025-11 "$out/melted" 2026-06
    mv "$out/melted/2026-06.log" "$out/melted/warnings"
    month 2026-06 "$out" 2026-06
    month 2026-06 "$out" 2026-07
    month 2026-08 "$out" 2026-08 -a model
    month 2026-08 "$out" 2026-09
    month 2026-08 "$out" 2026-10
}

[ $# -eq 2 ] || {
    sed -n '4s/^# */usage: /p' "$0" >&2
    exit 2
}
examples=$(cd "$(dirname "$0")" && pwd)
PATH=${KAM_BIN:+$KAM_BIN:}$PATH
data=$1
out=$2
mkdir -p "$out"
rm -rf "$out/melted"
rm -f "$out"/20??-??* "$out"/rules-*
make_rules
make_months
