"""What was read of a review, echoed back: people, rooms, holds, changed numbers, and what will be planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.console import Group
from rich.table import Table
from rich.text import Text

from ltsched.domain.agenda import Agenda
from ltsched.domain.numbers import Setting
from ltsched.domain.option import Kind
from ltsched.domain.people import Person
from ltsched.domain.review import Hold, Review
from ltsched.domain.words.file_names import BUSY_FILE
from ltsched.domain.words.wording import day_text, harmless, plural
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.screen.option_tables import setting_words

__all__ = [
    "activity_counts",
    "changed_table",
    "free_share",
    "holds_table",
    "hours_a_week",
    "people_table",
    "picked_lines",
    "review_lines",
    "rooms_table",
    "scope_words",
    "stages_lines",
    "to_plan_table",
]

NO_CALENDAR = "none"


def review_lines(review: Review, agenda: Agenda) -> Group:
    """Return in a few lines which review it is and what its dates are."""
    first = Text(harmless(review.reference), style="bold")
    first.append(f"  {harmless(review.option.title)}, {review.kind.replace('-', ' ')}", style="not bold")
    due = f", due {day_text(review.deadline)}" if review.deadline else ", no deadline"
    second = f"Commissioned {day_text(review.commissioned)}{due}"
    if review.today is not None:
        made_up = " (REHEARSAL)" if review.rehearsal else ""
        second += f"; today is {day_text(review.today)}{made_up}"
    holidays = "no bank holidays" if review.region == "none" else f"bank holidays of {review.region}"
    third = f"Meetings from {day_text(agenda.span_start)}; times of {review.timezone.key}, {holidays}"
    family = review.family.replace("-", " ") if review.family else "not said"
    return Group(first, Text(second), Text(third), Text(f"Family involvement: {family}"))


def hours_a_week(person: Person) -> float:
    """Return the hours that somebody works in a week."""
    return sum(end - start for _, start, end in person.works.hours) / 60


def free_share(person: Person, agenda: Agenda) -> float | None:
    """Return which share of the working hours in the span is free, "if needed" included; None if there are none.

    Where a calendar covers a part of the span only, it is the share of that part; once a review has begun, of what is
    still to come.
    """
    first, end = max(agenda.span_start, agenda.review.earliest), agenda.span_end
    covers = agenda.review.diary(person.id).coverage
    if covers is not None:
        first = max(first, covers.first or first)
        end = min(end, covers.end or end) if covers.short_of(end) else end
    days = agenda.working_days.between(first, end)
    hours = person.works.spans(days, agenda.review.timezone)
    if not hours or person.id not in agenda.availability:
        return None
    return (agenda.availability[person.id].free & hours).minutes() / hours.minutes()


def people_table(review: Review, agenda: Agenda) -> Table:
    """Return the people with what was read of their diaries, a row each.

    ``Busy`` counts the entries that were read, ``If needed`` the stretches of time that may be given up, ``Free`` is
    the share of the working hours in the span.
    """
    heads = ("Id", "Name", "Role", "Agency", "Hours\na week", "Busy", "If\nneeded", "Free")
    table = plain_table(*heads, numbers=heads[4:], whole=heads[4:])
    table.columns[1].min_width, table.columns[2].min_width = 12, 13
    for person in review.people:
        diary = review.diary(person.id)
        share = free_share(person, agenda)
        none = not diary.has_calendar and not diary.entries
        table.add_row(
            cell(harmless(person.id)),
            cell(harmless(person.name)),
            cell(person.role_words),
            cell(harmless(person.agency or "–")),
            cell(f"{hours_a_week(person):g}"),
            cell(NO_CALENDAR, "yellow") if none else cell(str(diary.entries)),
            cell(str(len(diary.if_needed.pairs) or "–")),
            cell("–" if share is None else f"{share:.0%}"),
        )
    return table


def picked_lines(review: Review) -> Group:
    """Return whom the conversations are held with, in their order, and who is a must, and who was freed after all."""
    ranked = sorted((person.conversation_rank, person.id) for person in review.people if person.conversation_rank)
    essential = [person.id for person in review.people if person.essential]
    lines = []
    if ranked:
        lines.append(Text(f"Ranked for conversations: {', '.join(harmless(id) for _, id in ranked)}"))
    if essential:
        lines.append(Text(f"Essential: {', '.join(map(harmless, essential))}"))
    freed = [each.id for each in review.diary_owners if review.diary(each.id).freed]
    if freed:
        lines.append(Text(f"Free after all at times, by {BUSY_FILE}: {', '.join(map(harmless, freed))}"))
    return Group(*lines)


def stages_lines(review: Review) -> Group:
    """Return the review's own order of the stages and its tolerances; nothing where it has none."""
    lines = []
    if review.stages.order:
        lines.append(Text(f"Stages first in order: {', '.join(review.stages.order)}"))
    if review.stages.tolerances:
        given = ", ".join(f"{name} {most}" for name, most in review.stages.tolerances.items())
        lines.append(Text(f"Tolerances of stages: {given}"))
    return Group(*lines)


def rooms_table(review: Review) -> Table:
    """Return the rooms, a row each."""
    table = plain_table("Id", "Name", "Seats", "Busy", numbers=("Seats", "Busy"))
    for room in review.rooms:
        entries = review.diary(room.id).entries
        table.add_row(
            cell(harmless(room.id)), cell(harmless(room.name)), cell(str(room.capacity)), cell(str(entries or "–"))
        )
    return table


def scope_words(hold: Hold) -> str:
    """Return what a hold stops: ``review``, ``activity:set-up``."""
    return f"{hold.scope}:{hold.target}" if hold.target else str(hold.scope)


def holds_table(review: Review) -> Table:
    """Return the holds, a row each; both days are held."""
    table = plain_table("Holds", "From", "Until", "Reason", whole=("From", "Until"))
    for hold in review.holds:
        until = "open-ended" if hold.last is None else day_text(hold.last)
        table.add_row(
            cell(harmless(scope_words(hold))), cell(day_text(hold.first)), cell(until), cell(harmless(hold.reason))
        )
    return table


def changed_table(review: Review, defaults: Mapping[str, Setting]) -> Table:
    """Return the numbers that the review changed, each with that of the option beside it."""
    table = plain_table("Number", "This review", "The option", " ")
    for name in sorted(review.option.changed):
        number = review.option.about(name)
        table.add_row(
            cell(name),
            cell(setting_words(number, review.option.numbers[name])),
            cell(setting_words(number, defaults[name]) if name in defaults else "–"),
            cell("nothing in this option uses it" if name in review.option.idle else "", "yellow"),
        )
    return table


def activity_counts(agenda: Agenda) -> dict[str, int]:
    """Return how many activities of each kind will be planned, in the order of the option."""
    return dict(Counter(str(activity.kind) for activity in agenda.activities))


def to_plan_table(agenda: Agenda) -> Table:
    """Return how many activities of each kind will be planned; those of no kind of their own by their titles."""
    counts: Counter[str] = Counter()
    for activity in agenda.activities:
        counts[harmless(activity.title) if activity.kind is Kind.OTHER else str(activity.kind)] += 1
    kinds = list(Kind)
    table = plain_table("", "", numbers=())
    for name, count in counts.items():
        one = name if name == Kind.SET_UP else name.replace("-", " ")
        word = plural(count, one).split(" ", 1)[1] if name in kinds else name
        table.add_row(cell(f"{count:3}"), cell(word))
    return table
