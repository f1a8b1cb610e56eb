"""Calendars damaged as files are on their way: bytes flipped, lines cut, doubled, moved, and values swapped."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Mutated", "mutate"]

CONTROLS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85, 0xA0, 0xFF))
# What other lines are made of; a swap of values moves such things about, too.
JUNK = (
    *(b"", b" ", b"\t", b" x", b":", b";", b"=", b'"', b"BEGIN:", b"END:", b"BEGIN:VALARM", b"END:VALARM", b"DTSTART"),
    *(
        b"DTSTART:",
        b"DTSTART;TZID=:",
        b"DTEND:99999999",
        b"RRULE:FREQ=",
        b"RRULE:FREQ=DAILY;COUNT=-1",
        b"DURATION:-P1D",
    ),
    *(b"EXDATE:,,,", b"RDATE:20270230", b"TZID", b"X" * 2000, b"\xff\xfe\xfd", b"BEGIN:VTODO", b"END:VTIMEZONE"),
    *(b"DTSTART:00010101T000000Z", b"DTEND:99991231T235959Z", b"RRULE:FREQ=YEARLY;BYDAY=366MO", b"BEGIN:VEVENT"),
    *(b"RECURRENCE-ID:", b"DTSTART;VALUE=DATE:20270101T", b"DURATION:P99999999W", b"END:VEVENT", b"BEGIN:VTIMEZONE"),
)
FOLDED_ON = re.compile(rb"VCALENDAR[\r\n]+[ \t]")


@dataclass(frozen=True, slots=True)
class Mutated:
    """A calendar after some damage.

    `touched` is what stood, and what stands now, in the lines that were changed or moved.
    """

    data: bytes
    touched: tuple[bytes, ...]

    @property
    def frame_hit(self) -> bool:
        """Whether BEGIN:VCALENDAR or END:VCALENDAR may have been damaged."""
        return any(b"VCALENDAR" in line.upper() for line in self.touched) or FOLDED_ON.search(self.data) is not None


def mutate(data: bytes, rng: random.Random) -> Mutated:
    """Return `data` with one to six things done to it."""
    lines = data.splitlines(keepends=True)
    touched: list[bytes] = []
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        rng.choice(KINDS)(lines, rng, touched)
        touched += [after for line, after in pairwise(lines) if line[-1:] not in (b"\r", b"\n")]  # it goes on there
        lines = b"".join(lines).splitlines(keepends=True) or [b""]
    return Mutated(b"".join(lines), tuple(touched))


def _flip(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Change one byte of a line to any other."""
    _change(lines, rng, touched, lambda line, at: line[:at] + bytes((rng.randrange(256),)) + line[at + 1 :])


def _flip_bit(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Change one bit of a line."""
    _change(
        lines, rng, touched, lambda line, at: line[:at] + bytes((line[at] ^ 1 << rng.randrange(8),)) + line[at + 1 :]
    )


def _insert(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Put control bytes, NULs or a line break into a line."""
    stuff = rng.choice(
        (bytes(rng.choice(CONTROLS) for _ in range(rng.randint(1, 5))), b"\0" * 9, b"\n", b"\r", b"\r\n ")
    )
    _change(lines, rng, touched, lambda line, at: line[:at] + stuff + line[at:])


def _cut_bytes(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Take some bytes out of a line."""
    _change(lines, rng, touched, lambda line, at: line[:at] + line[at + rng.randint(1, 8) :])


def _cut_line_short(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Cut a line in the middle, but for its end."""
    _change(lines, rng, touched, lambda line, at: line[:at] + b"\r\n")


def _change(
    lines: list[bytes], rng: random.Random, touched: list[bytes], change: Callable[[bytes, int], bytes]
) -> None:
    i = rng.randrange(len(lines))
    old = lines[i]
    if old:
        lines[i] = change(old, rng.randrange(len(old)))
        touched += [old, lines[i]]


def _delete(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Cut up to twelve lines out."""
    i, count = rng.randrange(len(lines)), rng.choice((1, 1, 1, 2, 12))
    touched += lines[i : i + count]
    del lines[i : i + count]


def _double(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Write a few lines twice."""
    i, count = rng.randrange(len(lines)), rng.choice((1, 1, 2, 12))
    touched += lines[i : i + count]
    lines[i:i] = lines[i : i + count]


def _move(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Move a few lines to another place."""
    i, count = rng.randrange(len(lines)), rng.choice((1, 1, 2, 12))
    moved = lines[i : i + count]
    del lines[i : i + count]
    to = rng.randrange(len(lines) + 1)
    touched += moved
    lines[to:to] = moved


def _shuffle(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Put a few lines into another order."""
    i = rng.randrange(len(lines))
    some = lines[i : i + rng.randint(2, 10)]
    touched += some
    rng.shuffle(some)
    lines[i : i + len(some)] = some


def _swap_values(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Give two lines each the value of the other."""
    i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
    one, other = lines[i].partition(b":"), lines[j].partition(b":")
    touched += [lines[i], lines[j]]
    lines[i], lines[j] = b"".join((*one[:2], other[2])), b"".join((*other[:2], one[2]))
    touched += [lines[i], lines[j]]


def _swap_names(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Give a line the value of another, and keep that."""
    i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
    name, colon, _ = lines[i].partition(b":")
    touched += [lines[i], lines[j]]
    lines[i] = name + colon + lines[j].partition(b":")[2]
    touched.append(lines[i])


def _change_digit(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Change a number."""
    digits = [i for i, line in enumerate(lines) if re.search(rb"\d", line)]
    if digits:
        i = rng.choice(digits)
        at = rng.choice([match.start() for match in re.finditer(rb"\d", lines[i])])
        touched.append(lines[i])
        lines[i] = lines[i][:at] + rng.choice((b"0", b"9", b"99999999", b"-1", b"", b"x")) + lines[i][at + 1 :]


def _junk(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """Put a line in that means nothing there."""
    i = rng.randrange(len(lines) + 1)
    junk = rng.choice(JUNK)
    lines.insert(i, junk + b"\r\n")
    touched.append(junk)


def _truncate(lines: list[bytes], rng: random.Random, touched: list[bytes]) -> None:
    """End the file early."""
    if rng.random() < 0.2:
        i = rng.randrange(len(lines))
        touched += lines[i:]
        lines[i:] = [lines[i][: rng.randrange(len(lines[i]) + 1)]]


KINDS: Sequence[Callable[[list[bytes], random.Random, list[bytes]], None]] = (
    *(_flip, _flip_bit, _insert, _cut_bytes, _cut_line_short, _delete, _double, _move, _shuffle),
    *(_swap_values, _swap_names, _change_digit, _junk, _truncate),
)
