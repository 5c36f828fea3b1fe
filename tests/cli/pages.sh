# The manual pages: their examples print what they say, and they speak of all there is.
. "$(dirname "$0")/lib.sh"

pages=$KAM_SOURCE/man

# ---- examples ----------------------------------------------------------------------------------

# play PAGE: run the examples of PAGE, one after another in one shell and one directory, which has
# the files of tests/data/pages, and check each; see pages-transcript.awk.
play() {
    rm -rf ./*
    cp "$KAM_SOURCE"/tests/data/pages/* .
    rm -rf ../played
    mkdir -p ../played/expected ../played/got
    {
        echo 'echo_command() { kept=$?; cat; return $kept; }'
        awk -v expected=../played/expected -v got=../played/got \
            -f "$KAM_SOURCE/tests/cli/pages-transcript.awk" "$pages/$1"
    } >../played/script
    sh ../played/script </dev/null 3<&- || :
    count=$(find ../played/expected -type f | wc -l)
    [ "$count" -gt 0 ] || echo 'no examples' >"$KAM_TEMP/problems"
    for number in $(seq "$count"); do
        diff -u "../played/expected/$number" "../played/got/$number" |
            sed "1s/.*/--- $1/; 2s/.*/+++ what happens/" >"$KAM_TEMP/problems"
        report "$1: example $number"
    done
}

for page in "$pages"/*.[157]; do
    play "${page##*/}"
done

# ---- nothing is left out -----------------------------------------------------------------------

# compare WHAT: ../has and ../wanted, sorted lists of words, have to be the same.
compare() {
    diff -u ../wanted ../has | sed '1s/.*/--- the program/; 2s/.*/+++ the pages/' \
        >"$KAM_TEMP/problems"
    report "$1"
}

# in_source NAME: the file of that name in the library, wherever it stands.
in_source() {
    find "$KAM_SOURCE/libkam" -name "$1"
}

# options_in PAGE: the long options that it describes.
options_in() {
    sed -n '/^\.It Fl/p' "$pages/$1" | grep -oE 'Fl -[a-z][a-z0-9-]*' | sed 's/Fl -/--/' | sort
}

# The common ones are described in kam(7) and only named elsewhere.
options_in kam.7 >../all-common

# common TOOL: those that it has; two of them are of tables.
common() {
    case $1 in
    kam-report) grep -vxe --tsv -e --excel ../all-common ;;
    *) cat ../all-common ;;
    esac
}

for page in "$pages"/*.1; do
    tool=$(basename "$page" .1)
    common "$tool" >../common
    # Not those of other tools, which are named in what is said of an option.
    "$tool" --help | sed -n 's/^ \{1,6\}\(-.*\)/\1/p' | sed 's/  .*//' |
        grep -oE -e '--[a-z][a-z0-9-]*' | sort -u >../wanted
    options_in "$tool.1" | sort - ../common >../has
    compare "$tool: --help and the pages have the same options"
    sed 's/^--//' ../common >../wanted
    sed -n '/^The common options/,/^are described/p' "$page" |
        sed -n 's/^\.Fl -\([a-z-]*\).*/\1/p' | sort >../has
    compare "$tool: its page names the common options"
done

awk -F'"' '/^ +\{KAM_SECTION_/ { print $2 } /^ +(KEY|WORDS)\("/ { print $2 }' \
    "$(in_source schema.c)" | sort -u >../wanted
grep -E '^\.(It |Pq )?(Cm|Bq)|^\.Ss Section' "$pages/kam-model.5" | tr -s ' ,' '\n' | sort -u |
    comm -12 - ../wanted >../has
compare 'every section and key of a model is in kam-model(5)'

sed -n 's/^ *{"\([a-z_0-9]*\)", KAM_TYPE_.*/\1/p' "$(in_source columns.c)" | sort >../wanted
grep -E '^\.(It )?Va ' "$pages/kam-table.5" | tr -s ' ,' '\n' | sort -u |
    comm -12 - ../wanted >../has
compare 'every column with a meaning is in kam-table(5)'

sed -n '/account_names\[\]/,/^static const struct/p' "$(in_source heading.c)" |
    grep -oE '"[^"]+"' | tr -d '"' | sort >../wanted
sed -n '/^\.Bl -tag -width service/,/^\.El/p' "$pages/kam-import.1" | sed 's/^\..*/,/' |
    tr '\n' ' ' | tr ',' '\n' | tr -d ' ' | sed '/^$/d' | sort >../has
compare 'every heading that is recognised is in kam-import(1)'

finish
