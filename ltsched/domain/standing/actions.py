"""What to do now, in the order in which it is best done, each with the command for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ltsched.domain.standing.calendars import OLD
from ltsched.domain.standing.standing import Action, SincePlan, Standing
from ltsched.domain.words.wording import day_text, listed, plural

__all__ = ["actions_for", "changed_texts", "ids_text"]

SOON = timedelta(days=14)
MOST_NAMED = 8


def actions_for(
    standing: Standing, folder: str, *, organiser: bool, invited: bool, of_a_rehearsal: bool = False
) -> tuple[Action, ...]:
    """Return what to do now; nothing where everybody is told, has answered, and all fits.

    Parameters
    ----------
    standing
        Where the review stands; what to do is not looked at.
    folder
        What to type for the folder of the review, with what flags it takes.
    organiser
        Whether the review says who invites.
    invited
        Whether anybody has been invited yet.
    of_a_rehearsal
        Whether the timetable is one of a rehearsal, which the review is not any more.
    """
    return tuple(_actions(standing, folder, organiser, invited, of_a_rehearsal))


def _actions(standing: Standing, folder: str, organiser: bool, invited: bool, of_a_rehearsal: bool) -> Iterator[Action]:
    if not organiser:
        yield Action("say in review.toml under [organiser] who invites: nobody can be invited without")
    old = [each.id for each in standing.calendars.old if each.days > OLD.days]
    if old:
        yield Action(f"ask for new exports of the calendars of {ids_text(old)}, and put them into calendars/")
    if standing.course is None:
        yield Action("look at what was read, and its warnings", f"ltsched check {folder}")
        yield Action("plan: there is no timetable yet", f"ltsched plan {folder}")
        return
    if of_a_rehearsal:
        yield Action("plan again: the timetable is one of a rehearsal", f"ltsched plan {folder}")
        return
    answers, changed = standing.answers, standing.since_plan
    if answers.none:
        soon = _soon(standing)
        hurry = f"; ask {ids_text(soon)} first, whose bookings come within two weeks" if soon else ""
        text = f"record the answers that have come in ({answers.none} of {answers.invitations} are open){hurry}"
        yield Action(text, f"ltsched replies {folder} INBOX")
    reasons = list(_reasons(standing))
    if reasons:
        yield Action(f"see what has to move: {'; '.join(reasons)}", f"ltsched replan {folder}")
    if changed.could_come and not reasons:
        yield Action("let those come who could come now", f"ltsched replan {folder}")
    if standing.rehearsal:
        yield Action('take "today" out of review.toml when the review begins: nobody is invited from a rehearsal')
    elif standing.messages:
        due = "1 message is due" if standing.messages == 1 else f"{standing.messages} messages are due"
        first = "" if invited else ", the first"
        after = ", as it is now" if reasons else ""
        yield Action(f"invite: {due}{first}{_until(standing)}{after}", f"ltsched invite {folder}")


def _soon(standing: Standing) -> list[str]:
    """Return who has not answered to what comes within two weeks."""
    last = standing.today + SOON
    near = (each for each in standing.answers.unanswered if each.start.date() <= last)
    return list(dict.fromkeys(id for each in near for id in each.people))


def _until(standing: Standing) -> str:
    """Return until when people have to be invited for the first of the notices to be kept."""
    days: Sequence[date] = [each.day for each in standing.near if each.activities and each.day >= standing.today]
    return f", until {day_text(days[0])} for the notice to be kept" if days else ""


def _reasons(standing: Standing) -> Iterator[str]:
    """Yield why the timetable cannot stay as it is."""
    answers, changed = standing.answers, standing.since_plan
    if answers.declined:
        yield plural(len(answers.declined), "booking is declined", "bookings are declined")
    if answers.proposed:
        yield plural(len(answers.proposed), "other time is proposed", "other times are proposed")
    yield from changed_texts(changed)
    if changed.broken:
        yield f"{plural(len(changed.broken), 'rule')} broken as things are now"


def changed_texts(changed: SincePlan) -> Iterator[str]:
    """Yield what is new or gone since the timetable was planned, a few words each."""
    kinds = (
        ("new on the agenda", changed.new_activities),
        ("not on the agenda any more", changed.gone_activities),
        ("new at bookings", changed.new_people),
        ("not in people.csv any more", changed.gone_people),
        ("not in rooms.csv any more", changed.gone_rooms),
    )
    for words, ids in kinds:
        if ids:
            yield f"{words}: {ids_text(ids)}"


def ids_text(ids: Sequence[str]) -> str:
    """Return ``p01, p02 and p03``; a long list is told by its beginning and how many more there are."""
    if len(ids) <= MOST_NAMED:
        return listed(ids)
    return f"{', '.join(ids[: MOST_NAMED - 1])} and {len(ids) - MOST_NAMED + 1} more"
