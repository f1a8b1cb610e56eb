"""Series written as programs write them: every way to end a line, to fold it, to name a zone and to say a time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.files.calendars.plain_series import Series, Written

__all__ = ["NAMES", "Style", "written"]

ELSEWHERE = ZoneInfo("Asia/Tokyo")
ONE_DAY = timedelta(days=1)
WINDOWS = {
    "Europe/London": "GMT Standard Time",
    "Europe/Berlin": "W. Europe Standard Time",
    "America/New_York": "Eastern Standard Time",
    "Asia/Kolkata": "India Standard Time",
}
SHOWN = {
    "Europe/London": "(UTC+00:00) Dublin, Edinburgh, Lisbon, London",
    "Europe/Berlin": "(UTC+01:00) Amsterdam, Berlin, Bern",
    "America/New_York": "(UTC-05:00) Eastern Time (US & Canada)",
    "Asia/Kolkata": "(UTC+05:30) Chennai, Kolkata",
}
# Offset in winter and in summer, and on which days and at what local time the clocks change.
RULES = {
    "Europe/London": ("+0000", "+0100", ("-1SU", 3, "010000"), ("-1SU", 10, "020000")),
    "Europe/Berlin": ("+0100", "+0200", ("-1SU", 3, "020000"), ("-1SU", 10, "030000")),
    "America/New_York": ("-0500", "-0400", ("2SU", 3, "020000"), ("1SU", 11, "020000")),
    "Asia/Kolkata": ("+0530", "+0530", None, None),
}
NAMES = ("place", "place with a block", "quoted", "windows", "own", "GMT", "shown", "shown in quotes")
TEXTS = ("Besprechung – über Größe", "Réunion d’équipe 会議 🙂", "Meeting", "x" * 200)


@dataclass(frozen=True, slots=True)
class Style:
    """How a program writes: `folds` is in how many lines of ten there is a fold, `seed` where."""

    line_end: str
    encoding: str
    names: str
    lower: bool
    lotus: bool
    by_length: bool
    folds: int
    seed: int


def written(all_series: Sequence[Series], style: Style) -> bytes:
    """Return a file with a VCALENDAR for each series, in which one name may mean another zone each."""
    rng = random.Random(style.seed)
    lines: list[str] = []
    for number, series in enumerate(all_series):
        lines += _calendar(series, f"series-{number}@house.example", style, rng)
    return _encoded(lines, style, rng)


def _calendar(series: Series, uid: str, style: Style, rng: random.Random) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"X-WR-TIMEZONE:{series.zone}")
    if style.names in ("place with a block", "own", "GMT", "shown", "shown in quotes"):
        yield from _block(series.zone, _name(series.zone, style).replace(",", "\\,"), lotus=style.lotus)
    entries = [list(_master(series, uid, style, rng)), *(list(each) for each in _changes(series, uid, style, rng))]
    rng.shuffle(entries)
    for entry in entries:
        yield from ("BEGIN:VEVENT", *entry, "END:VEVENT")
    yield "END:VCALENDAR"


def _name(zone: str, style: Style) -> str:
    if style.names == "windows":
        return WINDOWS[zone]
    if style.names.startswith("shown"):
        return SHOWN[zone]
    return {"own": "Our own", "GMT": "GMT"}.get(style.names, zone)


def _block(zone: str, name: str, *, lotus: bool) -> Iterator[str]:
    winter, summer, forward, back = RULES[zone]
    yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
    for half, change, before, after in (("STANDARD", back, summer, winter), ("DAYLIGHT", forward, winter, summer)):
        if change is None and half == "DAYLIGHT":
            continue
        yield from (f"BEGIN:{half}", f"DTSTART:16010101T{change[2] if change else '000000'}")
        yield from (f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}")
        if change is not None:
            clock = f";BYHOUR={int(change[2][:2])};BYMINUTE=0" if lotus else ""
            yield f"RRULE:FREQ=YEARLY{clock};BYDAY={change[0]};BYMONTH={change[1]}"
        yield f"END:{half}"
    yield "END:VTIMEZONE"


def _master(series: Series, uid: str, style: Style, rng: random.Random) -> Iterator[str]:
    yield from (f"UID:{uid}", f"SUMMARY:{rng.choice(TEXTS)}")
    yield from _times(series, series.start, series.length, style)
    if series.rule:
        parts = [f"{name}={','.join(map(str, values))}" for name, values in series.rule.items()]
        if series.until is not None:
            parts.append(f"UNTIL={_until(series, series.until)}")
        yield f"RRULE:{';'.join(parts)}"
    yield from (_dated("RDATE", series, each, style) for each in series.more)
    yield from (_dated("EXDATE", series, each, style) for each in series.without)
    for start, length in series.periods:
        zone = ZoneInfo(series.zone)
        yield f"RDATE;VALUE=PERIOD:{_utc(start, zone)}/{_utc(start + length, zone)}"


def _changes(series: Series, uid: str, style: Style, rng: random.Random) -> Iterator[Iterator[str]]:
    for change in series.changes:
        name = "RECURRENCE-ID" + (";RANGE=THISANDFUTURE" if change.lasts else "")
        start, length = (change.of.start, series.length) if change.start is None else (change.start, change.length)
        lines = [f"UID:{uid}", f"SUMMARY:{rng.choice(TEXTS)}", _dated(name, series, change.of, style)]
        lines += _times(series, start, length, style)
        lines += ["STATUS:CANCELLED"] if change.start is None else []
        rng.shuffle(lines)
        yield iter(lines)


def _times(series: Series, start: datetime, length: timedelta, style: Style) -> Iterator[str]:
    yield _dated("DTSTART", series, Written(start, "same"), style)
    if not style.by_length:
        yield _dated("DTEND", series, Written(start + length, "same"), style)
    elif series.whole_days:
        yield f"DURATION:P{length.days}D"
    else:
        yield f"DURATION:PT{length // timedelta(minutes=1)}M"


def _dated(name: str, series: Series, moment: Written, style: Style) -> str:
    """Return a property with a day or a time in one of the forms."""
    start, zone = moment.start, ZoneInfo(series.zone)
    if moment.form == "utc":
        return f"{name}:{_utc(start, zone)}"
    if moment.form == "elsewhere":
        there = start.replace(tzinfo=zone).astimezone(ELSEWHERE)
        return f"{name};TZID={ELSEWHERE.key}:{there:%Y%m%dT%H%M%S}"
    if moment.form == "date" or (series.whole_days and moment.form == "same"):
        return f"{name};VALUE=DATE:{start:%Y%m%d}"
    shown = _name(series.zone, style)
    quote = '"' if style.names in ("quoted", "shown in quotes") else ""
    return f"{name};TZID={quote}{shown}{quote}:{start:%Y%m%dT%H%M%S}"


def _until(series: Series, until: Written) -> str:
    if until.form == "date":
        return f"{until.start:%Y%m%d}"
    return _utc(until.start, ZoneInfo(series.zone)) if until.form == "utc" else f"{until.start:%Y%m%dT%H%M%S}"


def _utc(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.replace(tzinfo=zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _encoded(lines: Sequence[str], style: Style, rng: random.Random) -> bytes:
    if style.lower:
        lines = [_in_small_letters(line) for line in lines]
    wide = style.encoding.startswith("utf-16")
    coding = "utf-8" if wide or style.encoding == "utf-8-sig" else style.encoding
    end = style.line_end.encode()
    found = b""
    for line in lines:
        data = line.encode(coding, errors="replace")
        at = sorted(rng.sample(range(1, len(data)), min(3, len(data) - 1))) if rng.randrange(10) < style.folds else []
        if wide:  # two bytes a character: a fold does not fall within one
            at = [i for i in at if data[i] & 0xC0 != 0x80]
        pieces = [data[i:j] for i, j in zip([0, *at], [*at, len(data)], strict=True)]
        found += (end + rng.choice((b" ", b"\t"))).join(pieces) + end
    if style.encoding == "utf-8-sig":
        return b"\xef\xbb\xbf" + found
    return found.decode().encode(style.encoding) if wide else found


def _in_small_letters(line: str) -> str:
    name, mark, rest = line.partition(":" if ":" in line and ";" not in line.partition(":")[0] else ";")
    return name.lower() + mark + rest
