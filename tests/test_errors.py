"""Mistakes and exceptions tell where they arose, in words and as attributes."""

from __future__ import annotations

import pytest

from ltsched.errors import (
    InvalidReview,
    LtschedError,
    Mistake,
    Notice,
    UnsoundTimetable,
    UnwritableOutput,
)


@pytest.mark.parametrize(
    ("mistake", "text"),
    [
        (
            Mistake("people.csv", "role", '"reviewer"', "expected a role", 'Did you mean "lead-reviewer"?', 3),
            'people.csv, line 3, role: "reviewer"; expected a role. Did you mean "lead-reviewer"?',
        ),
        (
            Mistake("review.toml", "deadline", "2027", "expected a date"),
            "review.toml, deadline: 2027; expected a date.",
        ),
        (Mistake("people.csv", "", "there is no such file", ""), "people.csv: there is no such file."),
        (Mistake("a.ics", "", "it is empty", "", "Export it again"), "a.ics: it is empty. Export it again."),
    ],
)
def test_a_mistake_is_one_sentence(mistake: Mistake, text: str) -> None:
    """File, line and key where there are any, what was found, what would be right, how to go on."""
    assert str(mistake) == text


def test_an_invalid_review_has_all_its_mistakes() -> None:
    """Each on a line of its own; the first gives the place."""
    first, second = Mistake("a.csv", "role", "x", "", line=2), Mistake("b.csv", "", "y", "")
    error = InvalidReview([first, second])
    assert error.mistakes == (first, second)
    assert (error.path, error.line, error.id) == ("a.csv", 2, "role")
    assert str(error) == "a.csv, line 2, role: x.\nb.csv: y."
    with pytest.raises(ValueError, match="at least one mistake"):
        InvalidReview([])


def test_all_exceptions_are_of_one_tree() -> None:
    """A program that catches the root catches them all."""
    errors = (
        InvalidReview([Mistake("a", "", "b", "")]),
        UnwritableOutput("x"),
        UnsoundTimetable(["y"]),
    )
    assert all(isinstance(error, LtschedError) for error in errors)
    assert UnsoundTimetable(["a", "b"]).violations == ("a", "b")
    assert str(Notice("Told", "people.csv", "p01")) == "Told"
