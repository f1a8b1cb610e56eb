"""Record answers that were given by telephone: all of a call, or none where anything is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ltsched.domain.invitations.answered import Arrival, Fate, take_in, taken_out
from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method
from ltsched.domain.invitations.spoken import Spoken, spoken_answer
from ltsched.domain.review import Review
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.words.wording import day_and_clock, day_text, first_of, listed, one_line
from ltsched.errors import InvalidReview, Mistake
from ltsched.files.disk import clock
from ltsched.files.disk.one_writer import one_writer
from ltsched.files.invitations.ledger_file import read_ledger, write_ledger
from ltsched.files.invitations.recording import Recording
from ltsched.validation.mistake_limit import told
from ltsched.validation.shown import shown

__all__ = ["record_spoken"]

WHERE = "answer by telephone"
MOST_NAMED = 6
PROPOSING = (Said.DECLINED, Said.TENTATIVE)
WORDS = {Said.ACCEPTED: "yes", Said.DECLINED: "no", Said.TENTATIVE: "maybe"}
NO_ADDRESS = "Without an address in people.csv nobody is invited by ltsched, and it keeps no answer of theirs"
FREE_AFTER_ALL = "Who could not come by their diary is invited again after `ltsched replan`, once it says that they can"
AS_IT_STANDS = "If they said it of the booking as it stands, tell a later time, or none"


def record_spoken(
    review: Review,
    folder: Path,
    answers: Sequence[Spoken],
    *,
    at: datetime | None = None,
    taken_by: str | None = None,
    comment: str = "",
    instead: datetime | None = None,
    now: datetime | None = None,
) -> Recording:
    """Record what people have said by telephone, each to the version of their invitation that stands.

    They count as those that came by mail, the newest last, by when they were said.

    Parameters
    ----------
    review, folder
        The review, and its folder.
    answers
        What was said; more than one may have been said in one call.
    at
        When; in the zone of the review where it carries none. None for just now.
    taken_by
        Who took them; None for the organiser, empty for nobody in particular.
    comment
        What else was said.
    instead
        The start of another time that is proposed, for as long as the booking is; in the zone of the review where it
        carries none. Only where one answer, and not an acceptance, is given.
    now
        The present moment; None for the clock.

    Raises
    ------
    InvalidReview
        Somebody or something is unknown, not invited, cancelled, or the times are not possible; every mistake is told,
        and nothing is recorded. Or the ledger cannot be understood.
    UnwritableOutput
        The disk refuses, or another run does not end.
    """
    mistakes: list[Mistake] = []
    moment = (now or clock.now()).astimezone(UTC)
    answers = list(dict.fromkeys(answers))
    said_at = _local(at, "at", review, mistakes)
    proposed = _local(instead, "instead", review, mistakes)
    mistakes += _impossible_times(answers, said_at, proposed, moment, review)
    mistakes += _contradictions(answers)
    if taken_by is None:
        taken_by = review.organiser.name if review.organiser is not None else ""
    with one_writer(folder / LEDGER_FILE):
        before = ledger = read_ledger(folder, review.reference, review.timezone)
        arrivals: list[Arrival] = []
        for spoken in answers:
            to = _standing(spoken, ledger, review, mistakes)
            if to is None:
                continue
            mistakes += _unfitting_times(spoken, to, ledger, said_at, proposed, review)
            answer = spoken_answer(
                ledger,
                to,
                spoken.said,
                at=said_at,
                now=moment,
                taken_by=one_line(taken_by),
                comment=one_line(comment),
                instead=proposed,
            )
            arrival = take_in(ledger, answer)
            arrivals.append(arrival)
            if arrival.fate is not Fate.KNOWN:
                ledger = replace(ledger, answers=(*ledger.answers, arrival.answer))
        if mistakes:
            raise InvalidReview(told(mistakes))
        if ledger != before:
            write_ledger(folder, ledger)
    return Recording(tuple(arrivals), (), ledger)


def _local(moment: datetime | None, where: str, review: Review, mistakes: list[Mistake]) -> datetime | None:
    """Return a moment in the zone of the review; a local time that comes twice is the first of them."""
    if moment is None:
        return None
    placed = moment.replace(tzinfo=review.timezone) if moment.tzinfo is None else moment
    back = placed.astimezone(UTC).astimezone(review.timezone)
    if moment.tzinfo is None and back.replace(tzinfo=None) != moment:
        mistakes.append(_mistake(where, f"{day_and_clock(moment)} does not exist: the clocks go forward then", ""))
    return back


def _impossible_times(
    answers: Sequence[Spoken], at: datetime | None, instead: datetime | None, now: datetime, review: Review
) -> Iterator[Mistake]:
    """Yield what is wrong with the times whatever was said, and whether a proposal goes with what was said."""
    present = day_and_clock(now.astimezone(review.timezone))
    if at is not None and at > now:
        yield _mistake("at", f"{day_and_clock(at)} is in the future", f"expected a time up to now, {present}")
    if instead is None:
        return
    if instead <= now:
        yield _mistake("instead", f"{day_and_clock(instead)} is over", f"expected a time after now, {present}")
    if len(answers) != 1 or answers[0].said not in PROPOSING:
        found = f"there are {len(answers)} answers" if len(answers) != 1 else "the answer is yes"
        yield _mistake("instead", found, "expected one answer, no or maybe, with the time that is proposed instead")


def _contradictions(answers: Sequence[Spoken]) -> Iterator[Mistake]:
    """Yield where somebody is to have said two things of one booking."""
    said: dict[tuple[str, str], list[Said]] = {}
    for spoken in answers:
        said.setdefault((spoken.person, spoken.activity), []).append(spoken.said)
    for (person, activity), words in said.items():
        if len(words) > 1:
            yield _mistake(
                f"{person} {activity}", f"{listed(WORDS[word] for word in words)} at once", "expected one of them"
            )


def _unfitting_times(
    spoken: Spoken, to: Issued, ledger: Ledger, at: datetime | None, instead: datetime | None, review: Review
) -> Iterator[Mistake]:
    """Yield where an answer was given before what it answers was issued, or proposes what is planned anyway."""
    where = f"{spoken.person} {spoken.activity}"
    first = next(line.issued_at for line in ledger.issued if (line.uid, line.sequence) == (to.uid, to.sequence))
    if at is not None and at < first.replace(second=0, microsecond=0):
        since = day_and_clock(first.astimezone(review.timezone))
        expected = f"expected a time from {since} on, when the invitation as it stands was issued"
        yield _mistake(where, f"it is to have been said at {day_and_clock(at)}", expected, AS_IT_STANDS)
    if instead == to.told.start:
        yield _mistake(where, f"{day_and_clock(to.told.start)} is when it is planned", "expected another time")


def _standing(spoken: Spoken, ledger: Ledger, review: Review, mistakes: list[Mistake]) -> Issued | None:
    """Return the invitation that somebody has answered; None after a mistake."""
    people = [person.id for person in review.people]
    people += [line.told.recipient for line in ledger.issued if line.told.recipient not in people]
    activities = list(dict.fromkeys(line.told.activity for line in ledger.issued))
    theirs = [line.told.activity for line in ledger.standing() if line.told.recipient == spoken.person]
    where = f"{spoken.person} {spoken.activity}"
    known = spoken.person in people
    if not known:
        hint = _meant(spoken.person, review, people)
        mistakes.append(
            _mistake(where, f"nobody has the id {shown(spoken.person)}", "expected an id of people.csv", hint)
        )
    if spoken.activity not in activities:
        hint = did_you_mean(spoken.activity, theirs or activities)
        expected = _invited_to(spoken.person, theirs) if known else f"expected one of {LEDGER_FILE}"
        mistakes.append(_mistake(where, f"nobody is invited to {shown(spoken.activity)}", expected, hint))
    if not known or spoken.activity not in activities:
        return None
    line = ledger.last().get((spoken.activity, spoken.person))
    if line is not None and line.method is Method.REQUEST:
        return line
    if (back := taken_out(ledger, spoken.activity, spoken.person)) is not None:
        return back
    unreachable = line is None and any(each.id == spoken.person and not each.email for each in review.people)
    found, expected = _why_not(spoken, line, ledger, review), _invited_to(spoken.person, theirs)
    left = line is not None and any(each.told.activity == spoken.activity for each in ledger.standing())
    mistakes.append(_mistake(where, found, expected, NO_ADDRESS if unreachable else FREE_AFTER_ALL if left else ""))
    return None


def _why_not(spoken: Spoken, last: Issued | None, ledger: Ledger, review: Review) -> str:
    """Return why there is nothing that somebody could have answered."""
    if last is None:
        return f"{spoken.person} is not invited to it"
    day = day_text(last.issued_at.astimezone(review.timezone).date())
    if any(line.told.activity == spoken.activity for line in ledger.standing()):
        return f"the invitation of {spoken.person} to it was taken back on {day}"
    return f"it was cancelled on {day}"


def _invited_to(person: str, activities: Sequence[str]) -> str:
    """Return what somebody is invited to, in a few words."""
    if not activities:
        return f"{shown(person)} is invited to nothing"
    words = [shown(activity) for activity in activities]
    return f"{shown(person)} is invited to {listed(words) if len(words) <= MOST_NAMED else first_of(words, MOST_NAMED)}"


def _meant(text: str, review: Review, ids: Sequence[str]) -> str:
    """Return which id was perhaps meant: of somebody with this name, or one that is spelt nearly so."""
    named = [person.id for person in review.people if one_line(person.name).casefold() == one_line(text).casefold()]
    return f'Did you mean "{named[0]}"?' if len(named) == 1 else did_you_mean(text, ids)


def _mistake(where: str, found: str, expected: str, hint: str = "") -> Mistake:
    return Mistake(WHERE, where, found, expected, hint)
