# csv-spectrum, a collection of awkward CSV, is read as the JSON beside it says.
. "$(dirname "$0")/lib.sh"

suite=/usr/share/nodejs/csv-spectrum
records=$KAM_BUILD/tests/outside/records
[ -d "$suite" ] || skip_missing node-csv-spectrum
command -v jq >/dev/null || skip_missing jq
[ -x "$records" ] || skip_all 'tests/outside/records is not built'

# The first record names the values of the others.
cat >objects.jq <<'end'
.[0] as $names | .[1:] | map([$names, .] | transpose | map({(.[0]): .[1]}) | add)
end

for csv in "$suite"/csvs/*.csv; do
    name=$(basename "$csv" .csv)
    jq -S . "$suite/json/$name.json" >"$name.json"
    check "$name" 0 "${KAM_WRAPPER-} \"\$records\" , table \"\$csv\" | jq -S -f objects.jq" <"$name.json"
done

# A result whose file is gone would be passed over.
for json in "$suite"/json/*.json; do
    name=$(basename "$json" .json)
    [ -e "$name.json" ] || echo "$name"
done >without
check 'every result has its file' 0 cat without

finish
