"""Pages of kam-report, read by an HTML parser that isn't a browser's and forgives nothing.

    page.py outline FILE...     the sections of a page and what is in each, and what is wrong
    page.py cells FILE TABLE    the cells of a table as texts, a row per line
"""

import base64
import hashlib
import html.parser
import re
import sys
from decimal import ROUND_HALF_EVEN, Decimal

VOID = {"meta", "input", "br", "link", "img", "hr"}
ELEMENTS = set("""html head meta title style body header h1 h2 h3 p bdi nav ul li a main section dl
    div dt dd b span figure details summary table caption thead tbody tfoot tr th td label input
    output footer script svg title desc g rect line circle polyline polygon path text tspan
    clippath defs pattern""".split())
ATTRIBUTES = set("""lang charset http-equiv content name id class href role scope tabindex hidden
    type autocomplete spellcheck open aria-label aria-labelledby aria-hidden data-value data-sort
    viewbox x y x1 y1 x2 y2 cx cy r rx width height points d text-anchor transform
    dominant-baseline clip-path patternunits patterntransform preserveaspectratio focusable
    aria-describedby dy dx""".split())
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.problems, self.stack, self.ids, self.refs = [], [], [], []
        self.sections, self.headings, self.tables = [], [], {}
        self.script = self.style = ""
        self.policy = None
        self.cell = None
        self.feed(text)
        self.close()
        if self.stack:
            self.problem(f"open in the end: {self.stack}")
        self.check()

    def problem(self, text):
        line, column = self.getpos()
        self.problems.append(f"{line}:{column}: {text}")

    # ---- what the parser calls ------------------------------------------------------------------

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if tag not in ELEMENTS or len(set(names)) < len(names):
            self.problem(f"<{tag} {names}>")
        for name, value in attributes:
            self.attribute(tag, name, value or "")
        if tag not in VOID:
            self.stack.append(tag)
        self.element(tag, dict(attributes))

    def handle_startendtag(self, tag, attributes):
        if "svg" not in self.stack:
            self.problem(f"<{tag}/> outside of pictures")
        self.handle_starttag(tag, attributes)
        self.stack.pop()

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.problem(f"</{tag}>")
        if tag in ("th", "td"):
            self.end_cell()

    def handle_data(self, data):
        inside = self.stack[-1] if self.stack else ""
        if inside == "script":
            self.script += data
        elif inside == "style":
            self.style += data
        elif HARMFUL.search(data):
            self.problem(f"harmful characters: {data[:60]!r}")
        if self.cell is not None and "svg" not in self.stack:
            self.cell[0] += data

    def handle_comment(self, data):
        self.problem("a comment")

    # ---- elements -------------------------------------------------------------------------------

    def attribute(self, tag, name, value):
        if name not in ATTRIBUTES:
            self.problem(f"<{tag} {name}>")
        if HARMFUL.search(value):
            self.problem(f"harmful characters: {name}={value[:60]!r}")
        if name == "id":
            self.ids.append(value)
        if name in ("aria-labelledby", "aria-describedby"):
            self.refs += value.split()
        if name == "href":
            if value.startswith("#"):
                self.refs.append(value[1:])
            elif not re.fullmatch(r"[\w.-]+\.html", value):
                self.problem(f"a link to {value}")

    def element(self, tag, attributes):
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag in ("section", "footer"):
            self.sections.append([attributes.get("id", tag)])
        # lacks and notes are about the section that they stand in, as are pictures and tables
        if tag in ("figure", "table") or (tag == "p" and "lack" in attributes.get("class", "")):
            self.sections[-1].append("lack" if tag == "p" else tag)
        if tag == "table":
            self.rows = self.tables[attributes["id"]] = []
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            if tag == "th" and attributes.get("scope") not in ("col", "row"):
                self.problem("a header without scope")
            self.cell = ["", attributes.get("data-value")]

    def end_cell(self):
        shown, value = self.cell
        self.cell = None
        self.rows[-1].append(shown)
        if value is not None and not shows(shown, Decimal(value)):
            self.problem(f"{shown!r} is not {value}")

    # ---- the whole ------------------------------------------------------------------------------

    def check(self):
        for name in sorted({name for name in self.ids if self.ids.count(name) > 1}):
            self.problem(f"more than one #{name}")
        for name in sorted(set(self.refs) - set(self.ids)):
            self.problem(f"no #{name}")
        if self.headings[:2] != ["h1", "h2"] or "h1" in self.headings[1:]:
            self.problem(f"headings: {self.headings}")
        for name, rows in self.tables.items():
            if len({len(row) for row in rows}) > 1:
                self.problem(f"rows of #{name} differ in length")
        digest = base64.b64encode(hashlib.sha256(self.script.encode()).digest()).decode()
        if self.policy != (
            f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
            "base-uri 'none'; form-action 'none'"
        ):
            self.problem(f"policy: {self.policy}; the script is {digest}")
        if re.search(r"url\(|@import|//[a-z]", self.style):
            self.problem("the style loads something")


def shows(shown, value):
    """Whether SHOWN is VALUE, exactly as far as it goes."""
    number = re.sub(r"[^\d.+-]", "", shown)
    if not number or shown.startswith("<"):
        return False if not number else value != 0
    if shown.endswith("%"):
        value *= 100
    places = len(number.partition(".")[2])
    return Decimal(number) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)


def main(what, file, *others):
    with open(file, encoding="utf-8", newline="") as f:
        page = Page(f.read())
    if what == "cells":
        for row in page.tables[others[0]]:
            print(" | ".join(row))
        return
    for problem in page.problems:
        print(f"{file}:{problem}")
    for section in page.sections:
        print(*section)
    for other in others:
        main(what, other)


main(*sys.argv[1:])
