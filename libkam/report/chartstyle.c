#include "report/chartstyle.h"

void kam_chartstyle_write(const struct kam_markup *markup)
{
    kam_markup_raw(
        markup,
        "<style>\n"
        ".label{font:14px \"Noto Sans CJK SC\",\"Noto Sans\",sans-serif;fill:#1c2733}\n"
        ".small{font-size:12.5px}.strong{font-weight:bold}.label.muted{fill:#51606e}\n"
        ".paper{fill:#fff}\n"
        ".t0{fill:#0b2f5b}.t1{fill:#1b4f8a}.t2{fill:#3371b1}\n"
        ".t3{fill:#5590c8}.t4{fill:#6f9dc9}.t5{fill:#7f97ae}\n"
        ".up,.gain{fill:#0a6fb3}.down,.loss{fill:#c85200}\n"
        ".new{fill:#0b8068}.lost{fill:#9a3d75}.same{fill:#8794a1}.total{fill:#46535f}\n"
        ".band{fill-opacity:.75}.band.same{fill-opacity:.3}\n"
        ".bubble{fill:#3371b1;fill-opacity:.75;stroke:#0b2f5b}\n"
        ".before{fill:none;stroke:#1c2733;stroke-width:1.2;stroke-dasharray:4 3}\n"
        ".axis{fill:none;stroke:#51606e}.grid{fill:none;stroke:#d5dbe1}\n"
        ".curve{fill:none;stroke:#0b2f5b;stroke-width:2.5}.area{fill:#3371b1;fill-opacity:.15}\n"
        ".guide{fill:none;stroke:#c85200;stroke-width:1.5;stroke-dasharray:5 3}\n"
        ".mark{fill:#c85200}\n"
        "</style>\n");
}
