"""What counting says, as reasons: hours and places that are needed, and those that there are, short or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Sums, Tally
from ltsched.domain.explaining.step import Call
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.words.capacity_words import (
    capacity_cure_words,
    capacity_words,
    tally_cure_words,
    tally_words,
)
from ltsched.domain.words.explaining.calling import by_id, call_of
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.options.expand import expand
from ltsched.solve.arithmetic.counting import Counting
from ltsched.solve.arithmetic.shortage import shortage_in
from ltsched.solve.arithmetic.tallies import find_tallies
from ltsched.solve.reasons.capacity import capacity_sums

__all__ = ["arithmetic", "capacity", "reason_of_sums", "reason_of_tally", "without_advice"]

ROOM, JUST_ROOM = "there is room", "there is just room"
"""How arithmetic begins that is not short: with something to spare, or with less than the share below."""
LITTLE = 0.1


def capacity(agenda: Agenda, *, most: int = 5) -> tuple[Reason, ...]:
    """Return what `agenda` needs of each person and each pool, and what there is, the tightest first; no solver.

    What there is too little of proves that nothing fits, and has advice. Of what there is enough it says so, up to
    `most` in all. What there is plenty of is left out; none at all if there is plenty of everything.
    """
    if agenda.optional:  # which is left out where it does not fit
        agenda = expand(agenda.review, hold_optional=False)
    free = FreeTime.of(agenda, lay_grid(agenda))
    return arithmetic(agenda, free, find_candidates(agenda, free), most=most)


def arithmetic(agenda: Agenda, free: FreeTime, alone: Mapping[str, Candidates], *, most: int = 5) -> tuple[Reason, ...]:
    """Return the same as `capacity`, where it is known who is free when, and what each activity could have `alone`.

    Activities without a start are left out: why they have none is told elsewhere.
    """
    known = narrow(agenda, free.grid, alone)
    counting = Counting(agenda, free, known)
    some = replace(agenda, activities=tuple(one for one in agenda.activities if alone[one.id].starts))
    sums = [each for each in capacity_sums(some, free) if each.short][:1]
    shortage = shortage_in(counting)
    tallies: list[Tally] = [shortage] if shortage is not None else []
    told = {each.people for each in tallies}
    tallies += [each for each in find_tallies(counting) if each.people not in told]
    told_in_hours = {tuple(sorted(own.person for own in each.hours)) for each in sums}
    tallies = [each for each in tallies if each.people not in told_in_hours]
    reasons = [*(reason_of_sums(each, agenda) for each in sums), *(reason_of_tally(each, agenda) for each in tallies)]
    short = sum(reason.cure is not None for reason in reasons)
    return tuple(reasons[: max(most, short)])


def reason_of_tally(tally: Tally, agenda: Agenda) -> Reason:
    """Return a tally as a reason; what would help is said where it is short."""
    cure = tally_cure_words(tally)
    begins = "" if tally.short else f"{ROOM if tally.spare >= LITTLE else JUST_ROOM}: "
    ends = f". {cure}" if tally.short else ""
    text, names = (f"{begins}{tally_words(tally, call)}{ends}" for call in (by_id, _names(agenda)))
    unit = "_minutes" if tally.in_minutes else ""
    return Reason(
        "capacity",
        text,
        (*(activity.id for activity in tally.activities), *tally.people),
        (tally.days[0], tally.days[1] + timedelta(days=1)),
        {f"needed{unit}": tally.needed, f"possible{unit}": tally.possible or 0},
        Advice(cure) if tally.short else None,
        names,
    )


def reason_of_sums(sums: Sums, agenda: Agenda) -> Reason:
    """Return sums of hours as a reason; what would help is said where there is too little."""
    cure = capacity_cure_words(sums)
    begins, ends = ("", f". {cure}") if sums.short else (f"{ROOM}: ", "")
    text, names = (f"{begins}{capacity_words(sums, call)}{ends}" for call in (by_id, _names(agenda)))
    return Reason(
        "capacity",
        text,
        (*(activity.id for activity in sums.activities), *(own.person for own in sums.hours)),
        (sums.days[0], sums.days[-1] + timedelta(days=1)),
        {"needed": sums.needed, "possible": sums.possible},
        Advice(cure) if sums.short else None,
        names,
    )


def without_advice(reason: Reason) -> Reason:
    """Return `reason` without what would help at the end of its sentences, for whoever says that better."""
    advice = "" if reason.cure is None else f". {reason.cure.text}"
    return replace(reason, text=reason.text.removesuffix(advice), names=reason.names.removesuffix(advice))


def _names(agenda: Agenda) -> Call:
    return call_of(agenda.review, agenda.activities)
