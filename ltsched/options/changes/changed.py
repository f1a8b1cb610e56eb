"""Make the changes of a what-if to a review, and see whether they leave anything else to plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Diary
from ltsched.domain.living.changes import Changes
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.spans import Spans, day_span
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import InvalidReview, Mistake
from ltsched.options.changes.absent import absent
from ltsched.options.changes.read_again import read_again
from ltsched.validation.reading import read
from ltsched.validation.review.document import ReviewDocument

__all__ = ["changed", "nothing_else_to_plan"]

ONE_DAY = timedelta(days=1)
SET, HOLD = "--set", "--hold"
GRID_NUMBERS = ("slot-minutes", "start-step-minutes")


def changed(review: Review, changes: Changes) -> Review:
    """Return `review` as it would be.

    Raises
    ------
    InvalidReview
        Somebody is not known, or a number or a day is none that review.toml may say; every mistake is told at once, as
        one of the flag that says it.
    """
    mistakes = [*_strangers(review, changes), *_wrong_days(review, changes)]
    found = _with_numbers(review, changes, mistakes)
    if mistakes:
        raise InvalidReview(mistakes)
    found = replace(
        found,
        deadline=changes.deadline or review.deadline,
        holds=(*review.holds, *changes.holds),
        diaries={**review.diaries, **_late(review, changes.late)},
    )
    return absent(found, changes.without) if changes.without else found


def _strangers(review: Review, changes: Changes) -> Iterator[Mistake]:
    ids = [person.id for person in review.people]
    for flag, named in (("--without", changes.without), ("--late", tuple(changes.late))):
        for id in named:
            if id not in ids:
                yield Mistake(
                    flag, "", f'nobody has the id "{id}"', "expected an id of people.csv", did_you_mean(id, ids)
                )


def _wrong_days(review: Review, changes: Changes) -> Iterator[Mistake]:
    """Yield what review.toml would not take of these days."""
    about = {"reference": "R", "option": "-", "commissioned": review.commissioned}
    if changes.deadline is not None:
        mistakes: list[Mistake] = []
        read(ReviewDocument, {**about, "deadline": changes.deadline}, SET, mistakes)
        yield from mistakes
    for hold in changes.holds:
        mistakes = []
        days = {"from": hold.first, **({} if hold.last is None else {"until": hold.last})}
        read(ReviewDocument, {**about, "hold": [{"scope": str(hold.scope), **days}]}, HOLD, mistakes)
        yield from (replace(mistake, where=mistake.where.rpartition(".")[2]) for mistake in mistakes)


def _with_numbers(review: Review, changes: Changes, mistakes: list[Mistake]) -> Review:
    """Return the review with its option read again, with other numbers; as it is after a mistake."""
    if not changes.numbers:
        return review
    settings = replace(review.settings, customise={**review.settings.customise, **changes.numbers})
    wrong: list[Mistake] = []
    found = read_again(review, settings, wrong)
    mistakes += map(_of_flag, wrong)
    return found


def _of_flag(mistake: Mistake) -> Mistake:
    table, _, key = mistake.where.partition(".")
    if table != "customise":
        return mistake
    if mistake.found != "unknown key":
        return replace(mistake, path=SET, where=key)
    hint = mistake.hint or did_you_mean(key, ["deadline"])
    return replace(mistake, path=SET, where=key, expected=f"{mistake.expected}, or deadline", hint=hint)


def _late(review: Review, late: Mapping[str, date]) -> dict[str, Diary]:
    """Return the diaries of those who can only come from a day on: until then they are busy."""
    found = {}
    for id, day in late.items():
        diary = review.diary(id)
        before = (review.commissioned, day - ONE_DAY)
        if before[0] <= before[1]:
            not_yet = Spans.of([day_span(*before, review.timezone)])
            diary = replace(diary, busy=diary.busy | not_yet, freed=diary.freed - not_yet)
        found[id] = diary
    return found


def nothing_else_to_plan(now: Agenda, then: Agenda) -> bool:
    """Return whether the two agendas of one review ask for the same: then the plan of the one is that of the other.

    Diaries count of those alone who may attend something, and numbers only in what they make of it.
    """
    return _asked(now) == _asked(then)


def _asked(agenda: Agenda) -> tuple[object, ...]:
    review = agenda.review
    concerned = {id for activity in agenda.activities for id in activity.invited}
    concerned |= {id for activity in agenda.activities if activity.panel for id in activity.panel.pool}
    concerned |= {room.id for room in review.rooms}
    return (
        agenda.activities,
        agenda.precedences,
        agenda.daily_loads,
        agenda.shape,
        {id: agenda.availability.get(id) for id in concerned},
        (agenda.span_start, agenda.span_end, agenda.horizon_end),
        agenda.report_dates,
        agenda.optional,
        agenda.waiting,
        review.deadline,
        tuple(person.id for person in review.with_role(Role.LEAD_REVIEWER)),
        tuple(agenda.option.numbers.get(name) for name in GRID_NUMBERS),
    )
