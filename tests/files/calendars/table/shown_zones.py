"""Kinds 7 and 11: several calendars in one file, and zones named as they are shown."""

from __future__ import annotations

from tests.files.calendars.table.case import TEN, Case, block, fixed, hour
from tests.files.calendars.table.zones import EASTERN
from tests.support.calendar_texts import calendar

OWN_PART = "each entry by the block of its own VCALENDAR: two exports put one behind the other"
EAST = block("Local", standard="+0100", daylight="+0200")
SEVERAL = (
    Case(
        "two calendars, each with its own Local",
        calendar(block("Local"), hour(zone="Local")) + calendar(EAST, hour("20270608T100000", "Local", uid="2@x")),
        f"{TEN};06-08 09:00-10:00",
        OWN_PART,
    ),
    Case(
        "the same in the other order",
        calendar(EAST, hour("20270608T100000", "Local", uid="2@x")) + calendar(block("Local"), hour(zone="Local")),
        f"{TEN};06-08 09:00-10:00",
        OWN_PART,
    ),
    Case(
        "two calendars that call London and New York GMT",
        calendar(block("GMT"), hour(zone="GMT"))
        + calendar(EASTERN.format(name="GMT"), hour("20270608T050000", "GMT", uid="2@x")),
        "06-07 06-08 10:00-11:00",
        OWN_PART,
    ),
    Case(
        "series with exceptions in two calendars",
        calendar(
            block("Local"),
            hour("20270607T100000", "Local", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Local:20270608T100000"),
        )
        + calendar(
            EAST,
            hour("20270614T100000", "Local", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Local:20270615T100000", uid="2"),
        ),
        "06-07 06-09 10:00-11:00;06-14 06-16 09:00-10:00",
        OWN_PART,
    ),
    Case(
        "the block behind the entries",
        calendar(hour(zone="Local"), EAST) + calendar(hour("20270608T100000", "Local", uid="2@x"), block("Local")),
        "06-07 09:00-10:00;06-08 10:00-11:00",
        "RFC 5545 3.4: components come in any order",
    ),
    Case(
        "three calendars with blank lines between them",
        "\r\n".join(
            (
                calendar(block("Z"), hour(zone="Z")),
                calendar(fixed("Z", "+0300"), hour("20270608T100000", "Z", uid="2@x")),
                calendar(fixed("Z", "-0300"), hour("20270609T100000", "Z", uid="3@x")),
            )
        ),
        "06-07 10:00-11:00;06-08 08:00-09:00;06-09 14:00-15:00",
        OWN_PART,
    ),
)

SHOWN = "the name that Windows shows, as Exchange and Outlook 365 write it"
AMSTERDAM = "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"
ESCAPED = AMSTERDAM.replace(",", "\\,")
DUBLIN = "(UTC+00:00) Dublin, Edinburgh, Lisbon, London"
NINE = "06-07 09:00-10:00"
CET = block("{}", standard="+0100", daylight="+0200", fall="03")
SHOWN_NAMES = (
    Case(
        "escaped in the block, quoted at the time",
        calendar(CET.replace("{}", ESCAPED), hour(zone=f'"{AMSTERDAM}"')),
        NINE,
        f"RFC 5545 3.3.11: the block's name is a TEXT; {SHOWN}",
    ),
    Case(
        "escaped in the block, bare at the time",
        calendar(CET.replace("{}", ESCAPED), hour(zone=AMSTERDAM)),
        NINE,
        SHOWN,
    ),
    Case("quoted without a block", calendar(hour(zone=f'"{AMSTERDAM}"')), NINE, SHOWN),
    Case("bare without a block", calendar(hour(zone=AMSTERDAM)), NINE, SHOWN),
    Case("London bare without a block", calendar(hour(zone=DUBLIN)), TEN, SHOWN),
    Case(
        "London quoted with a block",
        calendar(block(DUBLIN.replace(",", "\\,")), hour(zone=f'"{DUBLIN}"')),
        TEN,
        SHOWN,
    ),
    Case(
        "a name of one's own with commas and a colon",
        calendar(fixed("Office\\, 3:rd floor", "+0200"), hour(zone='"Office, 3:rd floor"')),
        NINE,
        "RFC 5545 3.2: a quoted parameter may hold a colon and commas",
    ),
    Case(
        "GMT+05:30 bare with its block",
        calendar(fixed("GMT+05:30", "+0530"), hour("20270607T143000", "GMT+05:30")),
        TEN,
        "old Google: the colon of the name ends the parameter too early",
    ),
    Case(
        "an x-parameter behind a zone",
        calendar(hour(zone="Europe/Berlin;X-MY-NAME=Europe/B")),
        NINE,
        "RFC 5545 3.2: parameters that are not known are passed over",
    ),
    Case(
        "an exception in a bare zone",
        calendar(
            hour(
                "20270607T100000",
                AMSTERDAM,
                "RRULE:FREQ=DAILY;COUNT=3",
                f"EXDATE;TZID={AMSTERDAM}:20270608T100000",
            )
        ),
        "06-07 06-09 09:00-10:00",
        SHOWN,
    ),
    Case(
        "the name of UTC as Windows shows it",
        calendar(hour(zone="(UTC) Coordinated Universal Time")),
        "06-07 11:00-12:00",
        SHOWN,
    ),
    Case(
        "New York as Windows shows it",
        calendar(hour("20270607T050000", "(UTC-05:00) Eastern Time (US & Canada)")),
        TEN,
        SHOWN,
    ),
    Case(
        "London as Windows XP showed it",
        calendar(hour(zone='"(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London"')),
        TEN,
        SHOWN,
    ),
    Case(
        "Zimbra's name of Amsterdam without a block",
        calendar(hour(zone="(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna")),
        NINE,
        "Zimbra",
    ),
    Case(
        "Zimbra's name with a dot",
        calendar(
            EASTERN.format(name="(GMT-05.00) Eastern Time (US & Canada)"),
            hour("20270607T050000", '"(GMT-05.00) Eastern Time (US & Canada)"'),
        ),
        TEN,
        "Zimbra; RFC 5545 3.2.19",
    ),
)
