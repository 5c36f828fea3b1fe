# kam-report --format svg: pictures that any reader of XML takes, and mails as PNG.
. "$(dirname "$0")/lib.sh"

command -v python3 >/dev/null || skip_missing python3

# Names that would be markup, turn the line around, or take up all of it.
script='<script>alert(1)</script>'
quote='"">&amp;<svg onload=alert(1)>'
turned=$(printf 'g\342\200\256dlog\342\201\246')
wide=$(awk 'BEGIN { for (i = 0; i < 2500; i++) printf "%s", "长尾客户" }')
marks=$(awk 'BEGIN { printf "e"; for (i = 0; i < 500; i++) printf "\314\201" }')
snapshot() { # PERIOD FACTOR
    echo 'account_id,account_name,revenue,members,score,rank,tier_cut,tier,by,period,model'
    n=0
    while read -r tier revenue; do
        n=$((n + 1))
        case $tier in
        script) tier=$script ;;
        quote) tier=$quote ;;
        turned) tier=$turned ;;
        wide) tier=$wide ;;
        marks) tier=$marks ;;
        esac
        cut=$tier
        [ "$1" = 2026-10 ] && [ "$n" = 4 ] && tier=$script
        echo "C$n,$script,$((revenue * $2)).00,C$n,$((100 - n)).0000,$n,\"$cut\",\"$tier\",score,$1,m"
    done
}
tiers() {
    printf '%s\n' 'script 900000' 'script 500000' 'quote 90000' 'quote 80000' 'turned 70000' \
        'turned 20000' 'wide 9000' 'wide 4000' 'marks 300' 'marks 200'
}
tiers | snapshot 2026-09 3 >09.csv
tiers | sed 5d | snapshot 2026-10 4 >10.csv
kam-diff --all 09.csv 10.csv >moves.csv

draw() { # CHART LANGUAGE
    kam-report --format svg --chart "$1" --lang "$2" --title "$script" --moves moves.csv \
        --previous 09.csv 10.csv
}
charts='pyramid lorenz flow bridge'

cat >look.py <<'end'
import sys
import unicodedata
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 1.069, 0.293  # of Noto Sans

def width(text, size):
    def one(c):
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf":
            return 0
        return 1 if unicodedata.east_asian_width(c) in "WF" else 0.56
    return size * sum(map(one, text))

def box(text):
    classes = text.get("class").split()
    assert classes[0] == "label", classes
    size = 12.5 if "small" in classes else 14
    w = width(text.text or "", size)
    x, y = float(text.get("x")), float(text.get("y"))
    left = {"start": x, "middle": x - w / 2, "end": x - w}[text.get("text-anchor")]
    return left, y - ASCENT * size, left + w, y + DESCENT * size

for path in sys.argv[1:]:
    root = ET.parse(path).getroot()
    assert root.tag == SVG + "svg" and root.get("role") == "img", path
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert sorted(ids) == sorted(root.get("aria-labelledby").split()), ids
    assert all(root.find(SVG + tag).text for tag in ("title", "desc")), path
    known = {SVG + tag for tag in ("svg title desc style rect line circle polyline polygon path "
                                   "text").split()}
    assert {e.tag for e in root.iter()} <= known, path
    assert not any(a.startswith("on") for e in root.iter() for a in e.attrib), path
    x, y, w, h = map(float, root.get("viewBox").split())
    boxes = []
    for text in root.iter(SVG + "text"):
        b = box(text)
        assert b[0] >= x and b[1] >= y and b[2] <= x + w and b[3] <= y + h, (path, text.text, b)
        for other, name in boxes:
            apart = b[0] >= other[2] or other[0] >= b[2] or b[1] >= other[3] or other[1] >= b[3]
            assert apart, (path, name, text.text)
        boxes.append((b, text.text))
    assert len(boxes) > 8, path
end

for language in en zh; do
    for chart in $charts; do
        draw "$chart" "$language" >"$chart-$language.svg"
        check "$chart, $language: XML, one id for each name, texts beside each other" 0 \
            python3 look.py "$chart-$language.svg"
        draw "$chart" "$language" >again.svg
        check "$chart, $language: the same bytes again" 0 cmp "$chart-$language.svg" again.svg
    done
done
check 'tiers are called what they are called, and cut where they are too long' 0 \
    "grep -c -e '>&lt;script&gt;.*…<' -e '>长尾客户.*…<' flow-en.svg" <<'end'
4
end
check 'nothing is from elsewhere' 1 "grep -e href -e url -e @import ./*.svg"
check 'a picture needs a name' 2 kam-report --format svg 10.csv 3<<'end'
kam-report: --format svg needs --chart, which says what picture
Try 'kam-report --help' for more information.
end

# ---- PNG ------------------------------------------------------------------------------------------

if ! command -v rsvg-convert >/dev/null; then
    [ -z "${KAM_REQUIRE_TOOLS-}" ] || skip_missing librsvg2-bin
    skip 'pictures as PNG' 'librsvg2-bin is not installed'
    finish
    exit
fi

cat >png.py <<'end'
import struct
import sys
import zlib

data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n"
at, packed = 8, b""
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at:at + 8])
    body = data[at + 8:at + 8 + size]
    if kind == b"IHDR":
        print(*struct.unpack(">II", body[:8]))
    if kind == b"IDAT":
        packed += body
    at += size + 12
# A blank picture has hardly any bytes that differ.
print("drawn" if len(set(zlib.decompress(packed))) > 100 else "blank")
end
size() { sed -n '1s/.* width="\([0-9]*\)" height="\([0-9]*\)".*/\1 \2/p' "$1"; }

for chart in $charts; do
    rsvg-convert --zoom 2 -o "$chart.png" "$chart-zh.svg"
    size "$chart-zh.svg" | { read -r w h && echo "$((w * 2)) $((h * 2))" && echo drawn; } >wanted
    check "$chart as PNG, twice as large" 0 python3 png.py "$chart.png" <wanted
done

finish
