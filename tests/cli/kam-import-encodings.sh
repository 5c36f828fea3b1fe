# kam-import: an export in any encoding gives the table of its UTF-8 version, byte for byte.
. "$(dirname "$0")/lib.sh"

command -v iconv >/dev/null || skip_missing libc-bin

# export HEADER NAME...: 900 lines of bills of customers of these names, some of them quoted, below
# HEADER (account, name, month, amount).
export_of() {
    header=$1
    shift
    printf '%s\n' "$@" | awk -v header="$header" '
        { names[NR] = $0 }
        END {
            print header
            for (i = 1; i <= 900; i++) {
                name = names[i % NR + 1] (i % 7 ? "" : names[i % 3 + 1])
                if (i % 5 == 0) name = "\"" name ", \"\"" names[1] "\"\"\""
                printf "%05d,%s,2026-%02d,%d.%02d\n", i % 60, name, i % 12 + 1, i * 37 % 1000, i % 100
            }
        }'
}

# slowly: standard input in small writes that end anywhere, within characters and code units, too.
slowly() {
    { dd bs=1 count=301; for _ in 1 2; do dd bs=1237 count=1; sleep 0.02; done; cat; } 2>/dev/null
}

# versions ENCODING [OPTION]: FILE.csv in ENCODING, in all the ways it may come; `expected` is what
# the UTF-8 version gives. Under valgrind the longest of these ways has to do.
versions() {
    iconv -f UTF-8 -t "$1" utf8.csv >other.csv
    option=${2-"--encoding $1"}
    if [ -n "${KAM_WRAPPER-}" ]; then
        check "$1, compressed through a slow pipe" 0 \
            "gzip <other.csv | slowly | kam-import $option - | cmp - expected"
        return
    fi
    check "$1" 0 "! cmp -s utf8.csv other.csv; kam-import $option other.csv | cmp - expected"
    check "$1, compressed" 0 \
        "{ head -c 1001 other.csv | gzip; tail -c +1002 other.csv | gzip; } >other.gz
         kam-import $option other.gz | cmp - expected"
    check "$1, on standard input" 0 "kam-import $option <other.csv | cmp - expected"
    check "$1, through a slow pipe" 0 "slowly <other.csv | kam-import $option | cmp - expected"
    check "$1, compressed through a slow pipe" 0 \
        "slowly <other.gz | kam-import $option - | cmp - expected"
    check "$1, beside an account table, which is UTF-8" 0 \
        "head -n 1 utf8.csv | iconv -f UTF-8 -t $1 >none.csv
         kam-import $option none.csv expected | cmp - expected"
}

# ---- Chinese

# Second bytes of these are | and \ in GBK and GB18030: 亅 is 81 7C, 乗 81 5C, 亊 81 7B.
export_of '客户编号,客户名称,账期,出账金额' 亅乗 甲乙丙 亊 '电信 (China)' 大客户 >utf8.csv
kam-import -o expected utf8.csv
versions GBK
versions GB18030
versions CP936
versions UTF-16LE
versions UTF-16BE
versions UTF-32LE
versions UTF-32BE
for encoding in UTF-16LE UTF-16BE UTF-32LE UTF-32BE; do
    iconv -f UTF-8 -t $encoding utf8.csv >other.csv
    check "$encoding without a mark is recognised" 0 'kam-import other.csv | cmp - expected'
    check "$encoding without a mark, in a slow pipe" 0 'slowly <other.csv | kam-import | cmp - expected'
    { printf '\357\273\277'; cat utf8.csv; } | iconv -f UTF-8 -t $encoding >marked.csv
    check "$encoding with its mark" 0 'kam-import marked.csv | cmp - expected'
    check "$encoding with its mark, compressed in a slow pipe" 0 \
        'gzip <marked.csv | slowly | kam-import | cmp - expected'
    check "the mark of $encoding is right, whatever is said" 0 \
        'kam-import --encoding GBK marked.csv | cmp - expected'
done

# Characters that only four bytes of GB18030 have, and only surrogates of UTF-16.
export_of '客户编号,客户名称,账期,出账金额' '𠀀𠀁' '€ü' '㐀' '한' >utf8.csv
kam-import -o expected utf8.csv
versions GB18030
versions UTF-16LE
versions UTF-16BE

# The delimiter is the second byte of every name.
export_of 'account|account_name|month|amount' 亅 乗 亅乗亅 >utf8.csv
sed -i 's/,\([^ ]\)/|\1/g' utf8.csv
kam-import -o expected utf8.csv
versions GBK
check 'a delimiter that is half of a character' 0 \
    'iconv -f UTF-8 -t GBK utf8.csv >other.csv; kam-import -d "|" --encoding GBK other.csv | cmp - expected'
check 'a backslash, likewise' 0 \
    'tr "|" "\\\\" <utf8.csv | iconv -f UTF-8 -t GBK | kam-import -d "\\" --encoding GBK | cmp - expected'

# 功 is A5 5C in Big5, 育 A8 7C.
export_of '客戶編號,客戶名稱,帳期,出帳金額' 功許蓋 育 電信 >utf8.csv
printf '合計,,,%s\n' "$(sed 1d utf8.csv | awk -F, '{ sum += $NF } END { printf "%.2f", sum }')" >>utf8.csv
kam-import -o expected utf8.csv
versions BIG5
versions CP950

# ---- elsewhere

# 表 is 95 5C in Shift_JIS, ポ 83 7C, and half-width kana are single bytes.
export_of 'account,account_name,month,amount' 表ソ ポ ｱｲｳ 株式会社 >utf8.csv
kam-import -o expected utf8.csv
versions SHIFT_JIS
versions CP932
versions EUC-JP
export_of 'account,account_name,month,amount' 한국 전화국 고객 >utf8.csv
kam-import -o expected utf8.csv
versions EUC-KR
versions UHC
export_of 'account,account_name,month,amount' Müller Château 'S¿A' >utf8.csv
kam-import -o expected utf8.csv
versions ISO-8859-1
versions WINDOWS-1252
export_of 'account,account_name,month,amount' '“Müller”' '€uro' 'Œuvre…' >utf8.csv
kam-import -o expected utf8.csv
versions CP1252

# ---- who says which it is

export_of '客户编号,客户名称,账期,出账金额' 亅乗 甲乙丙 >utf8.csv
iconv -f UTF-8 -t GB18030 utf8.csv >gb.csv
iconv -f UTF-8 -t GB18030 utf8.csv | sed 's/^0/9/' >gb-b.csv
kam-import -o expected utf8.csv
cat >model.kam <<'end'
[import]
encoding = GB18030

[import taiwan]
encoding = BIG5
end
check 'the model' 0 'kam-import -m model.kam gb.csv | cmp - expected'
check 'another system of the model' 0 \
    'sed "1s/.*/account,account_name,month,amount/; s/丙/功/" utf8.csv >tw.csv
     sed "s/乗/蓋/g; s/亅/育/g" tw.csv >tw8.csv; kam-import -o table tw8.csv
     iconv -f UTF-8 -t BIG5 tw8.csv | kam-import -m model.kam --as taiwan | cmp - table'
check 'the option is stronger' 0 'kam-import -m model.kam --as taiwan --encoding GB18030 gb.csv | cmp - expected'
check 'UTF-8 by option, where the model says something else' 0 \
    'kam-import -m model.kam --encoding UTF-8 utf8.csv | cmp - expected'

# ---- the wrong one

sed '1s/.*/account,account_name,month,amount/' utf8.csv >ascii-header.csv
check 'UTF-8 that is valid GB18030, too, is no GB18030' 1 kam-import -m model.kam ascii-header.csv 3<<'end'
kam-import: ascii-header.csv:1: UTF-8, as far as its first bytes show, and not GB18030; say --encoding UTF-8
end
check 'nor ISO-8859-1, in which everything is valid' 1 \
    'gzip <ascii-header.csv | kam-import --encoding ISO-8859-1' 3<<'end'
kam-import: standard input:1: UTF-8, as far as its first bytes show, and not ISO-8859-1; say --encoding UTF-8
end
check 'but a file of ASCII is anything' 0 \
    'printf "account,month,amount\n1,2026-10,5\n" | kam-import -m model.kam | cut -d, -f 1,2' <<'end'
account_id,lines
1,1
end
check 'GB18030 taken for UTF-8' 1 kam-import gb.csv 3<<'end'
kam-import: gb.csv:1: not UTF-8 at byte 1: '\xBFͻ\xA7'; the file looks like --encoding GB18030
end
check 'GB18030 taken for Big5' 1 kam-import --encoding BIG5 gb.csv 3<<'end'
kam-import: gb.csv:3: not BIG5 at byte 66: '\x81|\x81\'; the file looks like --encoding GB18030
end
cat >names.csv <<'end'
account,account_name,month,amount
001,上海浦东发展银行股份有限公司,2026-10,1.00
002,江南医院,2026-10,2.00
003,深圳腾讯计算机系统,2026-10,3.00
004,海湾物流,2026-10,4.00
end
iconv -f UTF-8 -t GB18030 names.csv >names-gb.csv
check 'GB18030 that is valid Big5, too' 0 \
    'kam-import --encoding BIG5 names-gb.csv | cut -d, -f 1,3' 3<<'end' <<'out'
kam-import: warning: names-gb.csv: looks like GB18030, but is read as BIG5: check the names, and say --encoding GB18030 if they are garbled
end
account_id,lines
001,1
002,1
003,1
004,1
out
check 'or ISO-8859-1, as a model says' 1 \
    'kam-import --strict -m model.kam --set import:encoding=ISO-8859-1 <names-gb.csv' 3<<'end'
kam-import: warning: standard input: looks like GB18030, but is read as ISO-8859-1: check the names, and say --encoding GB18030 if they are garbled
kam-import: 1 warning, and --strict makes that an error
end
check 'which may be why there is no header' 1 \
    'sed "1s/.*/客户编号,客户名称,账期,金额/" names.csv | iconv -f UTF-8 -t GBK |
     kam-import --encoding CP1252 2>&1 | cut -d ";" -f 1; exit 1' <<'end'
kam-import: warning: standard input: looks like GB18030, but is read as CP1252: check the names, and say --encoding GB18030 if they are garbled
kam-import: standard input:1: no column looks like the account
end
check 'GB18030 taken for UTF-16' 1 kam-import --encoding UTF-16 gb.csv 3<<'end'
kam-import: gb.csv:1: not UTF-16 at byte 21: '\xC6\xDA,\xB3'
end

# ---- broken and cut

# broken FILE AT BYTES: FILE with BYTES (for printf) before byte number AT.
broken() {
    head -c $(($2 - 1)) "$1"
    # shellcheck disable=SC2059 # it is a format
    printf "$3"
    tail -c +"$2" "$1"
}
printf '客户编号,客户名称,账期,出账金额\n001,甲乙,2026-10,5.00\n002,张三,2026-10,6.00\n' >few.csv
iconv -f UTF-8 -t GB18030 few.csv >few-gb.csv
iconv -f UTF-8 -t UTF-16LE few.csv >few-16.csv

check 'UTF-8, broken in the middle' 1 'broken few.csv 77 "\303" >bad.csv; kam-import bad.csv' 3<<'end'
kam-import: bad.csv:3: not UTF-8 at byte 75: '\xE5\xBCà'
end
check 'UTF-8, a character cut short at the end' 1 'head -c 78 few.csv >cut.csv; kam-import cut.csv' 3<<'end'
kam-import: cut.csv:3: not UTF-8 at byte 78: '\xE4' (the file ends inside a character)
end
check 'a cut at a line that is not the last is no end' 1 \
    'broken few.csv 55 "\345\274" >bad.csv; kam-import --rejects /dev/null bad.csv' 3<<'end'
kam-import: bad.csv:2: not UTF-8 at byte 54: '\xE4弹'
end
check 'GB18030, broken in the middle' 1 \
    'broken few-gb.csv 61 "\377" >bad.csv; kam-import --encoding GB18030 bad.csv' 3<<'end'
kam-import: bad.csv:3: not GB18030 at byte 61: '\xFF\xC8\xFD,'
end
check 'GB18030, a character cut short at the end' 1 \
    'head -c 61 few-gb.csv >cut.csv; kam-import --encoding GB18030 cut.csv' 3<<'end'
kam-import: cut.csv:3: not GB18030 at byte 61: '\xC8' (the file ends inside a character)
end
check 'a character of four bytes cut short, compressed, through a slow pipe' 1 \
    '{ cat few-gb.csv; printf "003,\2014\2104,\2014\210"; } | gzip | slowly | kam-import --encoding GB18030' 3<<'end'
kam-import: standard input:4: not GB18030 at byte 86: '\x814\x88' (the file ends inside a character)
end
check 'UTF-16, half a unit at the end' 1 'head -c 77 few-16.csv >cut.csv; kam-import cut.csv' 3<<'end'
kam-import: cut.csv:3: not UTF-16LE at byte 77: '0' (the file ends inside a character)
end
check 'UTF-16, half a surrogate pair in the middle' 1 \
    'broken few-16.csv 61 "\074\330" >bad.csv; kam-import bad.csv' 3<<'end'
kam-import: bad.csv:2: not UTF-16LE at byte 61: '<\xD81\x00'
end
check 'UTF-16, half a surrogate pair at the end' 1 \
    '{ cat few-16.csv; printf "\074\330"; } >cut.csv; kam-import cut.csv' 3<<'end'
kam-import: cut.csv:4: not UTF-16LE at byte 117: '<\xD8' (the file ends inside a character)
end
check 'damage far behind the first MiB' 1 \
    '{ cat few-gb.csv; yes 002,abcd,2026-10,6.00 | head -n 100000; printf "003,\377,2026-10,1\n"; } >bad.csv
     kam-import --encoding GB18030 bad.csv' 3<<'end'
kam-import: bad.csv:100004: not GB18030 at byte 2200081: '\xFF,20'
end

finish
