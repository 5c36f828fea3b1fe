"""CPython's own tests of its csv module, held against kam's reader.

    python3 cpython_csv.py RECORDS...

RECORDS... is the program tests/outside/records, perhaps with a wrapper before it. The tests are
test.test_csv of the Python that runs this; nothing of them is copied here.

They run as they are, and have to pass. Every csv.reader that they make meanwhile, in whatever way,
is listened to: the lines it read are a case, and the records it gave, which the tests have thus
confirmed, are what is expected of kam. Where both call a file wrong, they agree, too. Where they
differ on purpose, the case is one of DEVIATIONS, which kam-table(5) explains; these are tried even
if the tests at hand don't have them.

Every case is read twice: with records of any width, and as a table, whose first record says how
many fields the others have.

Prints what is wrong, and nothing if all is well.
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from typing import NamedTuple

DELIMITERS = "\t !#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"  # kam takes any one character of ASCII

LEAST_CASES = 150  # those of Python 3.11 give 185; far fewer, and they read in another way

# What stands among the records where something is wrong. CPython reads no further then.
ERROR = "an error"
BEHIND = "bytes behind a closing quote"
NEVER_CLOSED = "a quote that is never closed"
NUL = "a NUL byte"
TOO_FEW = "too few fields"
TOO_MANY = "too many fields"
FAULTS = (BEHIND, NEVER_CLOSED, NUL, TOO_FEW, TOO_MANY)


class Deviation(NamedTuple):
    lines: list
    cpython: list
    kam: list
    why: str


TWO_LINES = "CPython is handed lines and has got two as one; kam is handed files"
NO_TEXT = "a NUL byte is in no text: the file is of another kind or encoding, or damaged"

DEVIATIONS = [
    Deviation(
        ['"a"b'],
        [["ab"]],
        [BEHIND],
        "a quote was forgotten or not doubled, and nobody knows where the field was to end",
    ),
    Deviation(['"ab"c'], [["abc"]], [BEHIND], "likewise"),
    Deviation(['"a" "b"'], [['a "b"']], [BEHIND], "likewise"),
    Deviation(
        ['"a'],
        [["a"]],
        [NEVER_CLOSED],
        "the file was cut, or the quote has swallowed records that nobody has seen",
    ),
    Deviation(['a,"'], [["a", ""]], [NEVER_CLOSED], "likewise"),
    Deviation(["a,b\rc,d"], [ERROR], [["a", "b"], ["c", "d"]], TWO_LINES),
    Deviation(["a,b\nc,d"], [ERROR], [["a", "b"], ["c", "d"]], TWO_LINES),
    Deviation(["a,b\r\nc,d"], [ERROR], [["a", "b"], ["c", "d"]], TWO_LINES),
    Deviation(["\0"], [["\0"]], [NUL], NO_TEXT),
    Deviation(["a,\0b,c"], [["a", "\0b", "c"]], [NUL], NO_TEXT),
    Deviation(["a,b\0,c"], [["a", "b\0", "c"]], [NUL], NO_TEXT),
    Deviation(['a,"\0b",c'], [["a", "\0b", "c"]], [NUL], NO_TEXT),
]


class Case(NamedTuple):
    lines: tuple
    delimiter: str
    cpython: list

    def text(self):
        """The lines as a file: between two of them there is a line end."""
        ended = [line if line.endswith(("\r", "\n")) else line + "\n" for line in self.lines[:-1]]
        return "".join(ended + list(self.lines[-1:]))

    def expected(self):
        """Empty lines aren't records for kam: the one deviation that is too common for a list."""
        return [record for record in self.cpython if record != []]


class Listener:
    """Stands in for csv.reader: asks the real one, and notes what it read and gave."""

    __module__ = csv.reader.__module__
    real = csv.reader
    limit = csv.field_size_limit()
    readers = []

    def __init__(self, *args, **options):
        self.lines, self.records = [], []
        if args:
            args = (self.listen(iter(args[0])), *args[1:])
        self.reader = self.real(*args, **options)
        self.limited = csv.field_size_limit() != self.limit
        self.readers.append(self)

    def listen(self, lines):
        for line in lines:
            self.lines.append(line)
            yield line

    def __iter__(self):
        return self

    def __next__(self):
        try:
            record = next(self.reader)
        except csv.Error:
            self.records.append(ERROR)
            raise
        self.records.append(record)
        return record

    def __getattr__(self, name):
        return getattr(self.reader, name)

    def is_beyond_kam(self):
        """Whether it read what kam can't be asked for; each for the reason given."""
        dialect = self.dialect
        if not all(isinstance(line, str) for line in self.lines):
            return True  # the lines are no text
        text = "".join(self.lines)
        return (
            self.limited  # a limit of fields, lowered
            or dialect.skipinitialspace  # spaces are part of a field
            or dialect.quoting not in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)  # numbers, no quotes
            or dialect.quotechar != '"'  # there is one quote
            or (not dialect.doublequote and '""' in text)  # which is doubled within quotes
            or (dialect.escapechar is not None and dialect.escapechar in text)  # nor escaped
            or dialect.delimiter not in DELIMITERS
        )


def run_tests():
    """Run CPython's tests; the cases in them."""
    csv.reader = Listener
    from test import test_csv  # only now, lest it has taken the real one

    log = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromModule(test_csv)
    if not unittest.TextTestRunner(stream=log).run(suite).wasSuccessful():
        print("the tests of CPython don't pass:", log.getvalue(), sep="\n")
    return [
        Case(tuple(reader.lines), reader.dialect.delimiter, reader.records)
        for reader in Listener.readers
        if not reader.is_beyond_kam()
    ]


def listed_case(deviation):
    """What CPython really makes of it."""
    records = []
    try:
        records.extend(Listener.real(deviation.lines))
    except csv.Error:
        records.append(ERROR)
    return Case(tuple(deviation.lines), ",", records)


def record_or_fault(element):
    if isinstance(element, list):
        return element
    reason = element.get("fault") or element["error"]
    return next((fault for fault in FAULTS if reason.startswith(fault)), reason)


def read_by_kam(command, cases, width):
    """The records and faults of every case, all of one delimiter."""
    with tempfile.TemporaryDirectory() as directory:
        files = [os.path.join(directory, str(i)) for i in range(len(cases))]
        for file, case in zip(files, cases):
            # With a mark, as the encoding of so few bytes is not what this is about.
            with open(file, "w", encoding="utf-8-sig", newline="") as out:
                out.write(case.text())
        run = subprocess.run([*command, cases[0].delimiter, width, *files], stdout=subprocess.PIPE)
    if run.returncode:
        sys.exit(f"{' '.join(command)}: exit status {run.returncode}")
    outputs = run.stdout.decode().split("\n")[:-1]
    if len(outputs) != len(cases):
        sys.exit(f"{' '.join(command)}: {len(outputs)} lines of output for {len(cases)} files")
    return [list(map(record_or_fault, json.loads(output))) for output in outputs]


def as_table(records):
    """The same records, if all have to be as wide as the first."""
    width = next((len(record) for record in records if isinstance(record, list)), 0)

    def in_table(record):
        if isinstance(record, list) and len(record) != width:
            return TOO_FEW if len(record) < width else TOO_MANY
        return record

    return list(map(in_table, records))


def agree(expected, kam):
    if expected and expected[-1] == ERROR:
        good = len(expected) - 1
        return len(kam) > good and kam[:good] == expected[:good] and isinstance(kam[good], str)
    return kam == expected


def compare(case, kam):
    """What is wrong with what kam says, or None."""
    expected = case.expected()
    listed = next((d for d in DEVIATIONS if tuple(d.lines) == case.lines), None)
    if agree(expected, kam):
        if listed and case.cpython == listed.cpython:
            return "a deviation that isn't one"
    elif not listed or case.delimiter != ",":
        return "a deviation that isn't listed"
    elif (case.cpython, kam) != (listed.cpython, listed.kam):
        return "another deviation than is listed"
    return None


def complain(what, case, kam):
    print(f"{what}: {case.text()!r}")
    print(f"    delimiter {case.delimiter!r}, CPython {case.cpython}, kam {kam}")


def main():
    command = sys.argv[1:]
    cases = run_tests()
    cases = list({str(case): case for case in cases}.values())
    if len(cases) < LEAST_CASES:
        print(f"only {len(cases)} cases were found")
    if not any(case.cpython != case.expected() for case in cases):
        print("no case has an empty line")
    cases += map(listed_case, DEVIATIONS)
    for delimiter in sorted({case.delimiter for case in cases}):
        group = [case for case in cases if case.delimiter == delimiter]
        any_width = read_by_kam(command, group, "any")
        table = read_by_kam(command, group, "table")
        for case, kam, in_table in zip(group, any_width, table):
            problem = compare(case, kam)
            if problem:
                complain(problem, case, kam)
            if in_table != as_table(kam):
                complain("otherwise as a table", case, in_table)


main()
