"""Kinds 6, 9 and 10: line ends, folds, control characters and encodings."""

from __future__ import annotations

from tests.files.calendars.table.case import TEN, Case, block, hour
from tests.support.calendar_texts import calendar

THREE = "06-07 06-08 06-09 10:00-11:00"
TWO = "06-07 06-09 10:00-11:00"
DOUBLED = "a text file written on Windows twice: every line ends with CR CR LF; RFC 5545 3.1: the fold is joined"
DECLINED = "ATTENDEE;CN=N. Elderbrook;PARTSTAT=DEC\r\n LINED:mailto:p07@agency.example"


def doubled(text: str) -> str:
    """Return a calendar whose line ends were written in text mode once more."""
    return text.replace("\r\n", "\r\r\n")


def spaced(text: str) -> str:
    """Return a calendar with a blank line after each."""
    return text.replace("\r\n", "\r\n\r\n")


def entry(*lines: str) -> str:
    """Return a calendar with the hour and these lines."""
    return calendar(hour("20270607T100000", "", *lines)).replace("\r\r\n", "\r\n")


FOLDED = ("RRULE:FREQ=DAILY;CO\r\n UNT=3", "EXDATE:2027060\r\n 8T100000")
LINE_ENDS = (
    Case("CR CR LF and a folded rule", doubled(entry(FOLDED[0])), THREE, DOUBLED),
    Case("CR CR LF and a folded exception", doubled(entry(*FOLDED)), TWO, DOUBLED),
    Case("CR CR LF and a folded attendee", doubled(entry(DECLINED)), "", DOUBLED, aside=1),
    Case(
        "CR CR LF and a folded start",
        doubled(entry().replace("T100000\r\nDTEND", "T10\r\n 0000\r\nDTEND")),
        TEN,
        DOUBLED,
    ),
    Case("a blank line after each, and folds", spaced(entry(*FOLDED)), TWO, "ics.py once wrote them so"),
    Case(
        "LF and folds by tabs",
        entry(*FOLDED).replace("\r\n ", "\n\t").replace("\r\n", "\n"),
        TWO,
        "RFC 5545 3.1: a tab folds, too",
    ),
    Case("CR alone", entry(*FOLDED).replace("\r\n", "\r"), TWO, "old programs of the Mac"),
    Case(
        "folded after a blank", entry("SUMMARY:a \r\n b", *FOLDED), TWO, "RFC 5545 3.1: one blank belongs to the fold"
    ),
    Case("a mark of the byte order", b"\xef\xbb\xbf" + entry().encode(), TEN, "Windows' Notepad"),
    Case("blanks behind the values", entry().replace("T100000\r\n", "T100000 \r\n"), TEN, "scripts"),
    Case("no line end at the end", entry().rstrip(), TEN, "scripts"),
    Case(
        "names in small letters",
        entry().replace("DTSTART", "dtstart").replace("BEGIN:VEVENT", "begin:vevent"),
        TEN,
        "RFC 5545 2: names have no case",
    ),
    Case(
        "a text that forgot its fold",
        entry("DESCRIPTION:first\r\nsecond line: with a colon\r\n\r\nthird"),
        TEN,
        "scripts; private text is not needed",
    ),
)


def raw(*lines: bytes) -> bytes:
    """Return a calendar with the hour and these lines, as bytes."""
    mark = "X-HERE:1"
    return entry(mark).encode().replace(mark.encode(), b"\r\n".join(lines))


PRIVATE = "private text is not needed: it may hold any bytes"
CONTROLS = (
    Case(
        "dashes and quotes cut to a byte",
        raw(b"SUMMARY:\x13\x14\x18\x19\x1c\x1d"),
        TEN,
        f"Exchange cuts U+2013 to 0x13; {PRIVATE}",
    ),
    Case("a bell and a NUL in a text", raw(b"DESCRIPTION:a\x07b\x00c"), TEN, PRIVATE),
    Case(
        "C1 controls",
        raw(b"SUMMARY:\xc2\x80\xc2\x85\xc2\x9f", b"LOCATION:\xc2\x92"),
        TEN,
        f"Windows-1252 taken for Latin-1; {PRIVATE}",
    ),
    Case(
        "what Python takes for a line end",
        raw("SUMMARY:a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".encode()),
        TEN,
        "RFC 5545 3.1: lines end with CRLF only",
    ),
    Case(
        "what Python takes for a line end, before a colon",
        raw("SUMMARY:a\u2028DTSTART:20270101T100000\x85RRULE:FREQ=DAILY".encode()),
        TEN,
        "RFC 5545 3.1: still the one line",
    ),
    Case(
        "a NUL after a TZID",
        calendar(hour(zone="Europe/London")).replace("London:", "London\0:"),
        TEN,
        "Lotus; a string of C with its end",
    ),
    Case("NULs after a TZID and in its block", calendar(block("GMT\0\0"), hour(zone="GMT\0\0")), TEN, "as above"),
    Case("the end of a file of DOS", entry() + "\x1a", TEN, "0x1A ended text files"),
    Case("many NULs at the end", entry() + "\0" * 600, TEN, "a file of whole blocks"),
    Case(
        "a control in the name of an attendee",
        raw(b"ATTENDEE;CN=O\x19Hara;PARTSTAT=DECLINED:mailto:p07@agency.example"),
        "",
        PRIVATE,
        aside=1,
    ),
    Case(
        "a control in the description of the calendar",
        entry().replace("PRODID:test", "PRODID:test\x05\r\nX-WR-CALNAME:\x01\x02"),
        TEN,
        PRIVATE,
    ),
)

BYTES_FIRST = "RFC 5545 3.1: bytes are unfolded before they are decoded"
CODES = (
    Case(
        "a fold within a character",
        raw(b"SUMMARY:Caf\xc3\r\n \xa9", b"RRULE:FREQ=DAILY;COUNT=3"),
        THREE,
        f"old phones, Perl; {BYTES_FIRST}",
    ),
    Case(
        "a fold within an emoji",
        raw(b"DESCRIPTION:\xf0\x9f\r\n \x98\r\n \x80 ok"),
        TEN,
        f"ical.js once wrote it; {BYTES_FIRST}",
    ),
    Case(
        "a text cut within a character",
        raw(b"SUMMARY:Caf\xc3", b"RRULE:FREQ=DAILY;COUNT=3"),
        THREE,
        "databases cut at 255 bytes",
    ),
    Case("Windows-1252", raw(b"SUMMARY:Caf\xe9 \x96 \x93x\x94"), TEN, "Outlook 2003 and before"),
    Case("bytes that Windows-1252 does not define", raw(b"SUMMARY:\x81\x8d\x8f\x90\x9d\xe9"), TEN, "replaced"),
    Case(
        "UTF-8 and Windows-1252 in one file",
        raw(b"SUMMARY:Caf\xc3\xa9", b"LOCATION:Caf\xe9"),
        TEN,
        "merged by scripts; by property",
    ),
    Case(
        "a fold within the name of a zone",
        calendar(block("Zürich"), hour(zone="Zürich")).encode().replace(b"TZID=Z\xc3\xbc", b"TZID=Z\xc3\r\n \xbc"),
        TEN,
        BYTES_FIRST,
    ),
    Case(
        "the name of a zone in Windows-1252",
        calendar(block("Zürich"), hour(zone="Zürich")).encode("cp1252"),
        TEN,
        "Lotus",
    ),
    Case(
        "Windows-1252 in the name of who declined",
        raw(b"ATTENDEE;CN=Caf\xe9\x81;PARTSTAT=DECLINED:mailto:p07@agency.example"),
        "",
        "by property: the address is ASCII",
        aside=1,
    ),
    Case("UTF-16 with a mark", b"\xff\xfe" + entry(*FOLDED).encode("utf-16-le"), TWO, "Notepad's Unicode"),
    Case(
        "a surrogate written as bytes",
        raw(b"SUMMARY:\xed\xa0\xbd\xed\xb8\x80"),
        TEN,
        "CESU-8 of Java and Oracle; replaced",
    ),
)
