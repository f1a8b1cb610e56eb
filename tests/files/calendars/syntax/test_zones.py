"""Zones that only the file explains, and names that nobody knows."""

from __future__ import annotations

import pytest

from tests.support.calendar_texts import (
    LONDON_BLOCK,
    calendar,
    diary_of,
    doubts_of,
    event,
    local,
    read,
)

TEN = ("DTSTART:20270301T100000", "DTEND:20270301T110000")
TEN_IN_WORDS = ["03-01 10:00 to 03-01 11:00"]


class TestZone:
    """Zones that only the file explains."""

    def test_of_the_file_is_read(self) -> None:
        """A VTIMEZONE of any name, before and after the clocks change."""
        at_ten = [f"DTSTART;TZID=Our own:2027{day}T100000" for day in ("0326", "0328", "0329", "1030", "1101")]
        diary = diary_of(LONDON_BLOCK.format(name="Our own"), *(event(line, "DURATION:PT1H") for line in at_ten))
        assert [text[6:11] for text in local(diary.busy)] == ["10:00"] * 5

    def test_of_one_file_is_not_that_of_another(self) -> None:
        """Two files may mean different things by one name."""
        block = LONDON_BLOCK.format(name="Customized Time Zone")
        entry = event("DTSTART;TZID=Customized Time Zone:20270301T100000", "DURATION:PT1H")
        assert local(diary_of(block, entry).busy) == TEN_IN_WORDS
        further_east = block.replace("+0100", "+0300").replace("+0000", "+0200")
        assert local(diary_of(further_east, entry).busy) == ["03-01 08:00 to 03-01 09:00"]
        assert len(doubts_of(entry)) == 1

    def test_of_a_known_name_goes_first(self) -> None:
        """A block that is wrong about London is not believed."""
        block = LONDON_BLOCK.format(name="Europe/London").replace("+0100", "+0500")
        entry = event("DTSTART;TZID=Europe/London:20270701T100000", "DURATION:PT1H")
        assert local(diary_of(block, entry).busy) == ["07-01 10:00 to 07-01 11:00"]

    def test_may_say_where_it_is(self) -> None:
        """X-LIC-LOCATION has the plain name."""
        block = "BEGIN:VTIMEZONE\nTZID:Home\nX-LIC-LOCATION:Europe/Paris\nEND:VTIMEZONE"
        entry = event("DTSTART;TZID=Home:20270301T100000", "DURATION:PT1H")
        assert local(diary_of(block, entry).busy) == ["03-01 09:00 to 03-01 10:00"]

    @pytest.mark.parametrize("name", ["localtime", "Factory", "posixrules"])
    def test_of_the_machine_is_unknown(self, name: str) -> None:
        """It would be another zone elsewhere; one that the file itself explains is read by its explanation."""
        entry = event(f"DTSTART;TZID={name}:20270301T100000", "DURATION:PT1H")
        (doubt,) = doubts_of(entry)
        assert f"{name!r} is unknown" in doubt.found
        assert local(diary_of(LONDON_BLOCK.format(name=name), entry).busy) == TEN_IN_WORDS

    @pytest.mark.parametrize("name", ["../../etc/passwd", "Europe", "/", "x" * 5000, "Europe/London "])
    def test_of_a_strange_name_does_no_harm(self, name: str) -> None:
        """A name is no path, and blanks around it do not matter."""
        doubts = doubts_of(event(f"DTSTART;TZID={name}:20270301T100000", "DURATION:PT1H"))
        assert len(doubts) == (not name.startswith("Europe/"))

    @pytest.mark.parametrize(
        "rule",
        ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYHOUR=1,2,3", "FREQ=YEARLY;INTERVAL=2"],
    )
    def test_with_a_wild_rule_is_not_believed(self, rule: str) -> None:
        """Its times are taken as those of the review, and that is told."""
        block = LONDON_BLOCK.format(name="Wild").replace("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", rule)
        diary, doubts, mistakes = read(calendar(block, event("DTSTART;TZID=Wild:20270301T100000", "DURATION:PT1H")))
        assert mistakes == []
        assert [doubt.where for doubt in doubts] == ["TZID"]
        assert "'Wild' cannot be understood" in doubts[0].found
        assert local(diary.busy) == TEN_IN_WORDS
