"""All that is told before anybody plans."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.reasons import Reason
from ltsched.domain.words.early_words import nothing_fits_words
from ltsched.options.expand import expand
from ltsched.solve.early.few_days import few_days, few_weeks
from ltsched.solve.early.impossible import impossible
from ltsched.solve.early.people import little_to_spare, only_panels
from ltsched.solve.early.prospect import LIMITS, Early, Limits, Prospect

__all__ = ["early_warnings"]


def early_warnings(agenda: Agenda, limits: Limits = LIMITS, *, same: str = "") -> tuple[Early, ...]:
    """Return what is impossible about `agenda` by looking and counting alone; else what is close to it, closest first.

    It takes no solver. Where it is empty nothing follows: all together may still not fit. Of a review that is under way
    nothing is told: it is planned again from its timetable, and a hold without an end then keeps back what it must.

    Parameters
    ----------
    limits
        What counts as close.
    same
        What follows ``ltsched explain`` where something is impossible; left out it is the folder of the review.
    """
    if agenda.review.over or agenda.review.told_days:
        return ()
    prospect = Prospect(agenda, limits)
    found = list(impossible(prospect))
    if found and agenda.optional:
        # What is held only where it fits is left out then.
        prospect = Prospect(expand(agenda.review, hold_optional=False), limits)
        found = list(impossible(prospect))
    if found:
        folder = same or str(agenda.review.folder or "DIR")
        return tuple(replace(one, reason=_told(one.reason, folder)) for one in found)
    found += [*few_weeks(prospect), *few_days(prospect), *only_panels(prospect), *little_to_spare(prospect)]
    return tuple(sorted(found, key=lambda early: early.slack))


def _told(reason: Reason, folder: str) -> Reason:
    text, names = (nothing_fits_words(said, folder) for said in (reason.text, reason.said))
    return replace(reason, text=text, names=names)
