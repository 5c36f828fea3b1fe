# shellcheck shell=sh
#
# lib-inspect.sh: what kam-import --inspect says, item by item. To be read in after lib.sh.

# inspect_items ITEM|ITEM... ARGUMENT...: the facts of these items; the exit status is kam-import's.
inspect_items() {
    items=$1
    shift
    status=0
    kam-import --inspect=tsv "$@" >facts.tsv || status=$?
    awk -F'\t' -v items="|$items|" 'index(items, "|" $2 "|") { print $2 "|" $3 "|" $4 "|" $5 }' facts.tsv
    return "$status"
}
