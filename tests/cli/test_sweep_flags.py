"""What the flags of a sweep mean, and what is said when they mean nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import typer

from ltsched.cli.flags import read_day
from ltsched.cli.sweep_flags import Period, number_variations, start_variations
from ltsched.domain.sweep import Variation


def told(call: Callable[[], object]) -> str:
    with pytest.raises(typer.BadParameter) as caught:
        call()
    return caught.value.format_message()


@pytest.mark.parametrize(
    ("last", "every", "days"),
    [
        (date(2027, 1, 11), "week", ["2027-01-11"]),
        (date(2027, 1, 25), "week", ["2027-01-11", "2027-01-18", "2027-01-25"]),
        (date(2027, 1, 24), "week", ["2027-01-11", "2027-01-18"]),
        (date(2027, 1, 13), "day", ["2027-01-11", "2027-01-12", "2027-01-13"]),
        (date(2027, 2, 8), "fortnight", ["2027-01-11", "2027-01-25", "2027-02-08"]),
    ],
)
def test_start_dates(last: date, every: str, days: list[str]) -> None:
    """From the first on, the last included if it is one of them; each is labelled with its date."""
    expected = tuple(Variation(day, commissioned=date.fromisoformat(day)) for day in days)
    assert start_variations(date(2027, 1, 11), last, Period(every)) == expected


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, date(2027, 1, 1), "Invalid value for '--from': a sweep over start dates needs --from and --to"),
        (date(2027, 1, 1), None, "Invalid value for '--to': a sweep over start dates needs --from and --to"),
        (None, None, "Invalid value for '--from': a sweep over start dates needs --from and --to"),
        (date(2027, 1, 2), date(2027, 1, 1), "Invalid value for '--to': 2027-01-01 is before --from 2027-01-02"),
        (date(2027, 1, 1), date(2028, 2, 5), "Invalid value for '--to': that makes 401 variations; at most 400"),
    ],
)
def test_start_dates_that_make_no_sense(first: date | None, last: date | None, said: str) -> None:
    """What was typed, and what is right."""
    assert told(lambda: start_variations(first, last, Period.DAY)) == said


def test_as_many_start_dates_as_are_allowed() -> None:
    assert len(start_variations(date(2027, 1, 1), date(2028, 2, 4), Period.DAY)) == 400


@pytest.mark.parametrize(
    ("given", "name", "values"),
    [
        ("span-weeks=4..6", "span-weeks", [4, 5, 6]),
        ("span-weeks=4..4", "span-weeks", [4]),
        ("joint-meeting-minutes=180..360..60", "joint-meeting-minutes", [180, 240, 300, 360]),
        ("joint-meeting-minutes=180..350..60", "joint-meeting-minutes", [180, 240, 300]),
        ("lead-in-weeks=0..1", "lead-in-weeks", [0, 1]),
        ("joint-meeting-quorum=0..1", "joint-meeting-quorum", [0, 1]),
    ],
)
def test_values_of_a_number(given: str, name: str, values: list[int]) -> None:
    """Both ends included; a step may be given."""
    expected = tuple(Variation(f"{name}={value}", numbers={name: value}) for value in values)
    assert number_variations(given) == expected


def test_conversations_are_a_number_of_their_own() -> None:
    """No option has it: they are the first of the key staff."""
    assert number_variations("conversations=4..8..2") == tuple(
        Variation(f"conversations={value}", conversations=value) for value in (4, 6, 8)
    )


@pytest.mark.parametrize(
    "given",
    ["", "conversations", "conversations=4", "conversations=4..", "conversations=4-8", "conversations=4..8..",
     "conversations=4...8", "conversations=-1..2", "Conversations=1..2", "conversations = 1..2",
     "conversations=1..999999", "span-weeks=1.5..2", "a=1..2=3..4"],
)  # fmt: skip
def test_what_is_no_range_is_not_understood(given: str) -> None:
    """With what was typed, and an example of each form."""
    said = told(lambda: number_variations(given))
    assert said.startswith(f"Invalid value for '--set': {given!r} is not understood; expected a number with its range")
    assert "conversations=4..12 or joint-meeting-minutes=180..360..60" in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            "conversation=4..8",
            "there is no number 'conversation'; expected conversations or a number of [customise]. "
            'Did you mean "conversations"?',
        ),
        (
            "span-week=4..8",
            "there is no number 'span-week'; expected conversations or a number of [customise]. "
            'Did you mean "span-weeks"?',
        ),
        ("zzz=4..8", "there is no number 'zzz'; expected conversations or a number of [customise]."),
        ("span-weeks=0..8", "span-weeks cannot be 0; expected a whole number from 1 to 104 (weeks)"),
        ("span-weeks=100..105", "span-weeks cannot be 105; expected a whole number from 1 to 104 (weeks)"),
        ("findings-meeting=0..1", 'findings-meeting cannot be 0; expected "yes", "no" or "auto"'),
        ("joint-meeting-quorum=0..2", "joint-meeting-quorum cannot be 2; expected a share from 0 to 1, such as 0.6"),
        ("span-weeks=8..4", "span-weeks=8..4 is an empty range; expected FIRST..LAST upwards"),
        ("span-weeks=4..8..0", "span-weeks=4..8..0 is an empty range; expected FIRST..LAST upwards"),
        ("conversations=1..401", "that makes 401 variations; at most 400"),
    ],
)
def test_ranges_that_make_no_sense(given: str, said: str) -> None:
    """What was typed, and what is right."""
    assert told(lambda: number_variations(given)) == f"Invalid value for '--set': {said}"


def test_no_conversations_are_no_range() -> None:
    """Where nobody has a rank all are heard, so a sweep cannot mean nobody by it."""
    told(lambda: number_variations("conversations=0..4"))


def test_a_day() -> None:
    """As ISO 8601 writes it; the default passes as it stands."""
    assert read_day("2027-01-11") == date(2027, 1, 11)
    assert read_day(date(2027, 1, 11)) == date(2027, 1, 11)


@pytest.mark.parametrize("given", ["", "11/01/2027", "2027-02-29", "tomorrow", "2027-1-1", "2027-01-11T00:00"])
def test_what_is_no_day(given: str) -> None:
    """With what was typed, and an example."""
    assert told(lambda: read_day(given)).endswith(
        f"{given!r} is not a date; expected year-month-day, such as 2027-01-11"
    )
