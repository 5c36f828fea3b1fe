"""What kam-report --format text is on a terminal, and how wide its lines are.

    python3 report_terminal.py show COLUMNS COMMAND...   run on a terminal so wide; its output
    python3 report_terminal.py widths                    how wide the lines of standard input are

Widths are counted from Python's own Unicode data.
"""
import fcntl
import os
import pty
import struct
import sys
import termios
import unicodedata


def show(columns, command):
    child, terminal = pty.fork()
    if child == 0:
        size = struct.pack("HHHH", 24, columns, 0, 0)
        fcntl.ioctl(1, termios.TIOCSWINSZ, size)
        os.execvp(command[0], command)
    output = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end has closed it
            break
        if not piece:
            break
        output += piece
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.stdout.buffer.write(output.replace(b"\r\n", b"\n"))
    return status


def columns_of(line):
    columns = 0
    for character in line:
        if unicodedata.category(character) not in ("Mn", "Me", "Cf"):
            columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


if sys.argv[1] == "show":
    sys.exit(show(int(sys.argv[2]), sys.argv[3:]))
lines = sys.stdin.buffer.read().decode("utf-8").splitlines()
for width in sorted(set(map(columns_of, lines))):
    print(width)
