"""Errors that arise in another process come back as they were."""

from __future__ import annotations

import copy
import pickle

import pytest

from ltsched.errors import InvalidReview, LtschedError, Mistake, UnsoundTimetable, UnwritableOutput

ERRORS: tuple[LtschedError, ...] = (
    InvalidReview([Mistake("a.csv", "role", "x", "expected y", "hint", 2), Mistake("b.csv", "", "z", "")]),
    UnsoundTimetable(["one rule", "another"]),
    UnwritableOutput("cannot write a", path="a"),
    LtschedError("plain", path="p", line=3, id="i"),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_survives_another_process(error: LtschedError, protocol: int) -> None:
    """Its kind, its message and every attribute, in every protocol of pickle."""
    back = pickle.loads(pickle.dumps(error, protocol))
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_can_be_copied(error: LtschedError) -> None:
    """What pickling rests on is what copying rests on; notes that were added go along."""
    error = copy.copy(error)
    error.add_note("while planning")
    assert vars(copy.deepcopy(error)) == vars(error)
    assert copy.deepcopy(error).__notes__ == ["while planning"]


def test_the_mistakes_can_still_be_read() -> None:
    """A program acts on the attributes of an error that came from elsewhere."""
    back = pickle.loads(pickle.dumps(ERRORS[0]))
    assert [mistake.line for mistake in back.mistakes] == [2, None]
    assert (back.path, back.line, back.id) == ("a.csv", 2, "role")
