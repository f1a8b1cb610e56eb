"""What to do now, in the order in which it is best done, each with the command for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ltsched.domain.standing.calendars import named
from ltsched.domain.standing.standing import Action, Standing
from ltsched.domain.standing.words import ids_text
from ltsched.domain.words.wording import day_text, plural

__all__ = ["actions_for"]

SOON = timedelta(days=14)


def actions_for(
    standing: Standing, folder: str, *, organiser: bool, invited: bool, results: str = "", of_a_rehearsal: bool = False
) -> tuple[Action, ...]:
    """Return what to do now; nothing where everybody is told, has answered, and all fits.

    Parameters
    ----------
    standing
        Where the review stands; what to do is not looked at.
    folder
        What to type for the folder of the review.
    organiser
        Whether the review says who invites.
    invited
        Whether anybody has been invited yet.
    results
        What to type after it for the folder of the results, where that is elsewhere.
    of_a_rehearsal
        Whether the timetable is one of a rehearsal, which the review is not any more.
    """
    both = f"{folder} {results}".rstrip()
    return tuple(_actions(standing, folder, both, organiser, invited, of_a_rehearsal))


def _actions(
    standing: Standing, folder: str, both: str, organiser: bool, invited: bool, of_a_rehearsal: bool
) -> Iterator[Action]:
    if not organiser:
        yield Action("say in review.toml under [organiser] who invites: nobody can be invited without")
    old = standing.calendars.old_by_days
    if old and (standing.course is None or standing.course.to_come or standing.course.waiting):
        yield Action(
            f"ask for new exports of the calendars of {named(standing.calendars, old)}, and put them into calendars/"
        )
    if standing.course is None:
        yield Action("look at what was read, and its warnings", f"ltsched check {folder}")
        if invited:
            yield Action("plan: the timetable is gone to which people were invited", f"ltsched plan {both} --afresh")
        else:
            yield Action("plan: there is no timetable yet", f"ltsched plan {both}")
        return
    if of_a_rehearsal:
        yield Action("plan again: the timetable is one of a rehearsal", f"ltsched plan {both}")
        return
    answers, changed = standing.answers, standing.since_plan
    if answers.none:
        soon = _soon(standing)
        hurry = f"; ask {ids_text(soon)} first, whose bookings come within two weeks" if soon else ""
        text = f"record the answers that have come in ({answers.none} of {answers.invitations} are open){hurry}"
        yield Action(text, f"ltsched replies {folder} INBOX")
    reasons = list(_reasons(standing))
    if reasons:
        gone = changed.gone_people[:1]
        instead = f" (with --replace {gone[0]}=ID somebody takes the place of {gone[0]})" if gone else ""
        yield Action(f"see what has to move: {'; '.join(reasons)}{instead}", f"ltsched replan {both}")
    if changed.could_come and not reasons:
        yield Action("let those come who could come now", f"ltsched replan {both}")
    if standing.rehearsal:
        yield Action('take "today" out of review.toml when the review begins: nobody is invited from a rehearsal')
    elif reasons and organiser:
        yield Action("then tell those whom it concerns", f"ltsched invite {both}")
    elif standing.messages:
        due = plural(standing.messages, "message is due", "messages are due")
        first = "" if invited else ", the first"
        yield Action(f"invite: {due}{first}{_until(standing)}", f"ltsched invite {both}")


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
    counts = (
        (len(changed.new_activities) + len(changed.gone_activities), "activity is", "activities are"),
        (len(changed.new_people) + len(changed.gone_people), "person is", "people are"),
        (len(changed.gone_rooms), "room is", "rooms are"),
    )
    for count, one, many in counts:
        if count:
            yield f"{plural(count, one, many)} new or gone"
    if changed.broken:
        yield f"{plural(len(changed.broken), 'rule is', 'rules are')} broken as things are now"
