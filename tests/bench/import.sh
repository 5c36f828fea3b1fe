# kam-import, for tests/bench.sh: against DuckDB, and against itself with other input.
# shellcheck shell=sh disable=SC2154

# To standard output: with -o the tools have the system put on the disk what they wrote, as no other
# does, and the disk would be measured.
run_import_many() { import "$threads" "$bills" >"$work/kam.csv"; }
run_import_one() { import 1 "$bills" >"$work/kam.csv"; }
run_duckdb_import() {
    duckdb "BILLS=$bills" "OUT=$work/duckdb.csv" "$here/bills.sql" "$here/accounts.sql" \
        "$here/import.sql"
}
run_duckdb_group() {
    duckdb "BILLS=$bills" "OUT=$work/group.csv" "$here/bills.sql" "$here/group.sql"
}
run_duckdb_bits() {
    duckdb "BILLS=$bills" "OUT=$work/group.csv" "$here/bills.sql" "$here/group-bits.sql"
}

check_import() {
    run_import_one
    run_duckdb_import
    same_columns 'kam-import and DuckDB' "$work/kam.csv" "$work/duckdb.csv"
    run_duckdb_group
    same_columns 'kam-import and the bare group-by' "$work/kam.csv" "$work/group.csv"
    run_duckdb_bits
    same_columns 'kam-import and the bare group-by with bits' "$work/kam.csv" "$work/group.csv"
    if $has_threads; then
        cp "$work/kam.csv" "$work/one.csv"
        run_import_many
        same "kam-import with $threads threads and with one" "$work/kam.csv" "$work/one.csv"
        rm -f "$work/one.csv"
    fi
}

compare_import() {
    heading "import: one row per account from $lines lines, $accounts accounts"
    bills "$lines" "$accounts" some
    ours=import_one
    if $has_threads; then
        ours='import_many import_one'
    fi
    if has duckdb; then
        check_import
        theirs='duckdb_import duckdb_group duckdb_bits'
    else
        theirs=
    fi
    # Names of our own.
    # shellcheck disable=SC2086
    alternate $ours $theirs
    figures_head
    ! $has_threads || figures import_many "kam-import, $threads threads"
    figures import_one 'kam-import, 1 thread'
    has duckdb || return 0
    figures duckdb_import "DuckDB, $threads threads, the same columns"
    figures duckdb_group "DuckDB, $threads threads, bare group-by"
    figures duckdb_bits "DuckDB, $threads threads, months as bits"
    if $has_threads; then
        ratio import_many duckdb_import "kam-import, $threads threads / DuckDB" 0.30 0.15
        ratio_memory import_many duckdb_import "  its memory" 0.35 0.20
        ratio import_many duckdb_group "kam-import, $threads threads / bare group-by" 0.35 0.20
        ratio import_many duckdb_bits "kam-import, $threads threads / bare group-by with bits"
    fi
    ratio import_one duckdb_import 'kam-import, 1 thread / DuckDB' 0.45 0.25
    ratio import_one duckdb_group 'kam-import, 1 thread / bare group-by'
    ratio import_one duckdb_bits 'kam-import, 1 thread / bare group-by with bits'
}

run_quotes_none() { import "$threads" "$bills_none" >"$work/none.csv"; }
run_quotes_some() { import "$threads" "$bills_some" >"$work/some.csv"; }
run_quotes_all() { import "$threads" "$bills_all" >"$work/all.csv"; }

compare_quotes() {
    heading 'quotes: in none, in 2 % and in all of the rows'
    bills "$lines" "$accounts" none && bills_none=$bills
    bills "$lines" "$accounts" some && bills_some=$bills
    bills "$lines" "$accounts" all && bills_all=$bills
    run_quotes_none
    run_quotes_all
    same 'without quotes and with all' "$work/none.csv" "$work/all.csv"
    alternate quotes_none quotes_some quotes_all
    figures_head
    figures quotes_none 'kam-import, no quotes'
    figures quotes_some 'kam-import, some rows with quotes'
    figures quotes_all 'kam-import, every field quoted'
    ratio quotes_none quotes_some 'kam-import, no quotes / some'
    ratio quotes_all quotes_some 'kam-import, every field quoted / some' 1.4 1.1
}

run_gzip_kam() { import "$threads" "$packed" >"$work/kam.csv"; }
run_gzip_bare() { used "$inflate" -dc "$packed" >/dev/null; }
run_gzip_duckdb() {
    duckdb "BILLS=$packed" "OUT=$work/duckdb.csv" "$here/bills.sql" "$here/accounts.sql" \
        "$here/import.sql"
}

compare_gzip() {
    heading 'gzip: the same bills, packed'
    bills "$lines" "$accounts" some && plain=$bills
    bills "$lines" "$accounts" some .csv.gz && packed=$bills
    inflate=gzip
    ! has igzip || inflate=igzip
    import "$threads" -o "$work/plain.csv" "$plain"
    run_gzip_kam
    same 'packed and not' "$work/kam.csv" "$work/plain.csv"
    if has duckdb; then
        alternate gzip_kam gzip_bare gzip_duckdb
    else
        alternate gzip_kam gzip_bare
    fi
    figures_head
    figures gzip_kam 'kam-import of .gz'
    figures gzip_bare "$inflate -dc >/dev/null"
    ratio gzip_kam gzip_bare "kam-import of .gz / $inflate -dc" 1.5 1.2
    has duckdb || return 0
    figures gzip_duckdb "DuckDB of .gz, $threads threads, the same columns"
    ratio gzip_kam gzip_duckdb 'kam-import of .gz / DuckDB of .gz'
}

run_encoding_utf8() { import "$threads" "$plain" >"$work/utf8.csv"; }
run_encoding_gb18030() {
    import "$threads" --encoding GB18030 "$encoded" >"$work/gb18030.csv"
}

compare_encoding() {
    heading 'encoding: GB18030 beside UTF-8'
    bills "$lines" "$accounts" some && plain=$bills
    bills "$lines" "$accounts" some -gb18030.csv --gb18030 && encoded=$bills
    run_encoding_utf8
    run_encoding_gb18030
    same 'GB18030 and UTF-8' "$work/gb18030.csv" "$work/utf8.csv"
    alternate encoding_gb18030 encoding_utf8
    figures_head
    figures encoding_utf8 'kam-import of UTF-8'
    figures encoding_gb18030 'kam-import of GB18030'
    ratio encoding_gb18030 encoding_utf8 'kam-import of GB18030 / of UTF-8' 1.5 1.1
}
