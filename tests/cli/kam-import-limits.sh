# kam-import: what is no table, and what is too much of one. Each has its message and exit status,
# in bounded time and memory.
. "$(dirname "$0")/lib.sh"

printf 'customer,month,amount\nA,2026-10,1\n' >bills.csv

# many COUNT BYTE: so many of them.
many() {
    head -c "$1" /dev/zero | tr '\0' "$2"
}

# header COLUMNS: a header of so many.
header() {
    awk -v n="$1" 'BEGIN {
        printf "customer,month,amount"
        for (i = 4; i <= n; i++)
            printf ",c%d", i
        print ""
    }'
}

# Addresses, in KiB: a tool that keeps what it reads can't run within this. A sanitizer needs far
# more, and valgrind far longer.
address_space=300000
slow=
if [ -n "${KAM_WRAPPER-}" ] || grep -q __asan_init "$KAM_BUILD/kam-import"; then
    slow='too slow, and too large, under a checker of memory'
fi

# check_large WHAT STATUS COMMAND: like check, within the address space.
check_large() {
    if [ -n "$slow" ]; then
        skip "$1" "$slow"
        return
    fi
    check "$1" "$2" "ulimit -v $address_space; $3"
}

# ---- no table

check 'an empty file' 1 kam-import /dev/null 3<<'end'
kam-import: /dev/null: empty, not even a header: did the command before it fail?
end
check 'nothing but a byte order mark' 1 "printf '\\357\\273\\277' | kam-import" 3<<'end'
kam-import: standard input: empty, not even a header: did the command before it fail?
end
check 'nothing, compressed' 1 "gzip </dev/null | kam-import" 3<<'end'
kam-import: standard input: empty, not even a header: did the command before it fail?
end
check 'a header only is a table' 0 'head -n 1 bills.csv | kam-import | wc -l' <<'end'
1
end
check 'only delimiters' 1 "printf ',,,\\n,,\\n,\\n' | kam-import" 3<<'end'
kam-import: standard input:1: no column looks like the account; say which with --account COL; the header has: ,,,
end
mkdir directory
check 'a directory' 3 kam-import bills.csv directory 3<<'end'
kam-import: directory: cannot open: Is a directory
end
check 'a directory as standard input' 3 'kam-import <directory' 3<<'end'
kam-import: standard input: cannot open: Is a directory
end
check 'a program' 1 "printf '\\177ELF\\002\\001' | kam-import" 3<<'end'
kam-import: standard input: a program (ELF), no text
end
printf 'PK\003\004xl/workbook.xml' >bills.xlsx
check 'a workbook' 1 kam-import bills.xlsx 3<<'end'
kam-import: bills.xlsx: an Excel workbook (xlsx), no text: save it as CSV
end
check 'a picture on standard input' 1 "printf '\\211PNG\\r\\n\\032\\n' | kam-import" 3<<'end'
kam-import: standard input: a picture, no text: ask for the table as CSV
end
check 'bytes at random' 1 "printf '\\224\\303\\050\\376\\001\\220' | kam-import" 3<<'end'
kam-import: standard input:1: not UTF-8 at byte 1: '\x94\xC3(\xFE'
end
check 'a NUL byte in the header' 1 "printf 'customer\\0,month,amount\\n' | kam-import" 3<<'end'
kam-import: standard input:1: a NUL byte at byte 9: no text, or damaged; fetch the file again
end
check 'a NUL byte further down, which --rejects does not help' 1 \
    "{ cat bills.csv; printf 'B,2026-10,\\0001\\n'; } | kam-import --rejects rejects" 3<<'end'
kam-import: standard input:3: a NUL byte at byte 45: no text, or damaged; fetch the file again
end
check 'a disk that was full: a block of NUL bytes at the end' 1 \
    '{ cat bills.csv; head -c 4096 /dev/zero; } | kam-import' 3<<'end'
kam-import: standard input:3: a NUL byte at byte 35: no text, or damaged; fetch the file again
end

# ---- compressed

printf 'B,2026-10,2\n' | gzip >member.gz
{
    gzip <bills.csv
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        cat member.gz member.gz >members.gz
        mv members.gz member.gz
    done
    cat member.gz
} >deep.gz
check 'a thousand gzip members, and nothing between them' 0 'kam-import deep.gz | cut -d, -f1,2,8' <<'end'
account_id,lines,revenue
A,1,1.00
B,1024,2048.00
end
check 'compressed twice' 1 'gzip <bills.csv | gzip | kam-import' 3<<'end'
kam-import: standard input: compressed by gzip twice: gzip -dc FILE | ...
end
check 'the end of a gzip file is missing' 1 'head -c 900 deep.gz | kam-import' 3<<'end'
kam-import: standard input:29: the gzip data ends too early: a truncated file; fetch the file again
end

# ---- too much

check 'as many columns as there may be' 0 \
    '{ header 65536; printf A,2026-10,1; many 65533 ,; echo; } | kam-import | cut -d, -f1,2,8' <<'end'
account_id,lines,revenue
A,1,1.00
end
check 'a column too many' 1 'header 65537 | kam-import' 3<<'end'
kam-import: standard input:1: a record of more than 65536 fields: is the delimiter right?
end
check 'a million columns' 1 '{ printf customer,month,amount; many 1000000 ,; } | kam-import' 3<<'end'
kam-import: standard input:1: a record of more than 65536 fields: is the delimiter right?
end
check 'a line of 70,000 cells is set aside' 0 \
    '{ cat bills.csv; printf B,2026-10,1; many 70000 ,; echo; } | kam-import --rejects rejects |
    cut -d, -f1,2; sed 1d rejects | tr -s ,' 3<<'err' <<'end'
kam-import: 1 of 2 lines rejected, see rejects
err
account_id,lines
A,1
standard input,3,"a record of more than 65536 fields: is the delimiter right?: 'B,2026-10,1,'...","B,2026-10,1,"
end
check 'a quote that is never closed fails the run, even with --rejects' 1 \
    "{ cat bills.csv; printf 'B,2026-10,\"1\\nC,2026-10,2\\n'; } | kam-import --rejects rejects" 3<<'end'
kam-import: standard input:3: a quote that is never closed: 'B,2026-10,"1\x0AC,2026-10,2'
end
check_large 'a line of nearly 16 MiB' 0 \
    '{ cat bills.csv; printf B,2026-10,2; many 16000000 " "; echo; } | kam-import | cut -d, -f1,8' <<'end'
account_id,revenue
A,1.00
B,2.00
end
check_large 'a line of 17 MiB' 1 \
    '{ cat bills.csv; printf B,2026-10,; many 17825792 1; echo; } | kam-import --rejects rejects' 3<<'end'
kam-import: standard input:3: a record longer than 16 MiB: a quote that is never closed?: 'B,2026-10,1111111111111111111111111111111111111111111111111'...
end
check_large 'a field of 100 MB in quotes' 1 \
    '{ cat bills.csv; printf "B,2026-10,\""; many 100000000 1; echo "\""; } | kam-import --rejects rejects' 3<<'end'
kam-import: standard input:3: a record longer than 16 MiB: a quote that is never closed?: 'B,2026-10,"111111111111111111111111111111111111111111111111'...
end
check_large 'a gzip bomb of one field' 1 \
    '{ cat bills.csv; printf "B,2026-10,\""; many 100000000 1; } | gzip -1 | kam-import' 3<<'end'
kam-import: standard input:3: a record longer than 16 MiB: a quote that is never closed?: 'B,2026-10,"111111111111111111111111111111111111111111111111'...
end
check_large 'a gzip bomb of lines' 0 \
    '{ head -n 1 bills.csv; yes A,2026-10,1 | head -n 1000000; } | gzip -1 | kam-import | cut -d, -f1,2' <<'end'
account_id,lines
A,1000000
end

# ---- files that change

# kam-import looks at all its inputs before it reads the first one, and waits for the pipe meanwhile.
{
    cat bills.csv
    yes B,2026-10,2 | head -n 1000
} >long.csv
mkfifo pipe
check 'a file that lost its end while others were looked at' 3 \
    '{ cp bills.csv long.csv; cat bills.csv; } >pipe & kam-import long.csv pipe' 3<<'end'
kam-import: long.csv: changed while it was read: 12034 bytes, then 34; is it still being written?
end
check 'a file that grew meanwhile' 3 \
    '{ echo C,2026-10,1 >>long.csv; cat bills.csv; } >pipe & kam-import long.csv pipe' 3<<'end'
kam-import: long.csv: changed while it was read: 34 bytes, then 46; is it still being written?
end

finish
