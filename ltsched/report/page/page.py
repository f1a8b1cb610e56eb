"""The web page of a result, as one file: of the whole review, or of one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ltsched.domain.comparison import Comparison
from ltsched.domain.living.tradeoffs import Tradeoffs
from ltsched.domain.over import rehearsal_text
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.comparison_words import starting_point
from ltsched.domain.words.partial_words import most_kept_words, partial_text
from ltsched.domain.words.tradeoff_words import unproven_words
from ltsched.domain.words.wording import day_text, one_line, plural
from ltsched.report.charts.drawing import as_svg
from ltsched.report.charts.gantt import gantt
from ltsched.report.page.entries import PlanEntry, entries
from ltsched.report.page.frontiers import frontier_parts, tradeoffs_picture
from ltsched.report.page.inline import inline_svg
from ltsched.report.page.months import months
from ltsched.report.page.outcomes import compared
from ltsched.report.page.own import own_notes, own_review, own_timetable
from ltsched.report.page.plans import absences, missed_meetings, plan, plans
from ltsched.report.page.steps import next_steps
from ltsched.report.page.summary import GOOD, WARN, Card, end_card, meetings_card, missing_card
from ltsched.report.page.sureness import Sureness, sureness, weighed
from ltsched.report.page.templating import filled
from ltsched.report.words.booking_words import missed_by
from ltsched.report.words.left_out_words import told_left_out

__all__ = ["page"]

TITLES = {
    "summary": "In a minute",
    "left-out": "What is left out",
    "phases": "The review by phase",
    "people": "Who is busy when",
    "calendar": "Month by month",
    "comparison": "The options compared",
    "tradeoffs": "What an earlier report costs",
    "missing": "Who misses what",
    "plans": "Everybody’s own plan",
    "milestones": "Milestones",
    "warnings": "Warnings",
    "sure": "How sure this is",
}
OWN_TITLES = {
    "bookings": "Your bookings",
    "calendar": "Month by month",
    "milestones": "Milestones",
    "chart": "At a glance",
}

WAITING = "None has a date: the report waits for the end of a hold that has none."


@dataclass(frozen=True, slots=True)
class Dated:
    """A milestone, or the deadline among them."""

    date: date
    day: str
    title: str
    deadline: bool


def page(
    timetable: Timetable,
    review: Review,
    *,
    comparison: Comparison | None = None,
    tradeoffs: Tradeoffs | None = None,
    only: str | None = None,
    verified: bool = True,
) -> str:
    """Return the page as the text of an HTML file that needs nothing else: no network, no program, no other file.

    Equal arguments give equal texts.

    Parameters
    ----------
    timetable, review
        Everybody and every room in the timetable must be known to the review.
    comparison
        What the other options would come to; None leaves that section out.
    tradeoffs
        What an earlier report would cost; None leaves that section out.
    only
        The id of a person: the page has their own bookings and nothing of anybody else, no comparison or trade-offs,
        and the milestones only for those who carry the review. None for the page of the whole review.
    verified
        Whether the timetable has passed the independent check; if not, the page says so first.

    Raises
    ------
    KeyError
        There is no person `only`.
    """
    if only is not None:
        return _person_page(timetable, review, only, verified)
    return _review_page(timetable, review, comparison, tradeoffs, verified)


def _person_page(timetable: Timetable, review: Review, id: str, verified: bool) -> str:
    notes = own_notes(timetable, review, id)
    timetable, review = own_timetable(timetable, review, id), own_review(review, id)
    booked = entries(timetable, review, own=True)
    milestones = _dated(timetable, review)
    here = {"bookings": True, "calendar": booked or milestones, "chart": booked, "milestones": milestones}
    values = {
        "reference": one_line(review.reference),
        "option": one_line(review.option.title),
        "timezone": review.timezone.key,
        "sections": [(name, title) for name, title in OWN_TITLES.items() if here[name]],
        "plan": plan(review.person(id), booked, notes),
        "notes": any(notes),
        "verified": verified,
        "rehearsal": _rehearsal(timetable),
        "bookings": plural(len(booked), "booking"),
        "months": months(timetable, review, booked),
        "chart": _phases(timetable, review, booked) if booked else None,
        "milestones": milestones,
    }
    return filled("person.html.j2", values)


def _review_page(
    timetable: Timetable, review: Review, comparison: Comparison | None, tradeoffs: Tradeoffs | None, verified: bool
) -> str:
    absent = {name for name, part in (("comparison", comparison), ("tradeoffs", tradeoffs)) if part is None}
    absent |= set() if timetable.left_out else {"left-out"}
    booked = entries(timetable, review)
    everybody = plans(review, booked)
    missing, meetings, sure = absences(everybody), missed_meetings(review, booked), sureness(timetable)
    values = {
        "reference": one_line(review.reference),
        "option": one_line(review.option.title),
        "kind": review.kind.replace("-", " "),
        "commissioned": day_text(review.commissioned),
        "deadline": review.deadline,
        "timezone": review.timezone.key,
        "titles": TITLES,
        "sections": [(name, title) for name, title in TITLES.items() if name not in absent],
        "cards": (
            end_card(timetable, review),
            missing_card(everybody, meetings),
            meetings_card(timetable),
            _sure_card(sure, verified),
        ),
        "steps": next_steps(timetable, review, missing, sure, verified=verified),
        "entries": booked,
        "plans": everybody,
        "absences": missing,
        "meetings": meetings,
        "unseated": any(booking.unseated for booking in timetable.bookings),
        "months": months(timetable, review, booked),
        "chart_phases": _phases(timetable, review, booked),
        "chart_people": _people(timetable, review, booked),
        "starting_point": one_line(starting_point(comparison)) if comparison else "",
        "compared": compared(comparison) if comparison else (),
        "chart_comparison": _options(comparison) if comparison else None,
        "frontiers": frontier_parts(tradeoffs) if tradeoffs else (),
        "chart_tradeoffs": tradeoffs_picture(tradeoffs) if tradeoffs else None,
        "tradeoffs_doubt": unproven_words(tradeoffs) if tradeoffs else "",
        "milestones": _dated(timetable, review),
        "no_milestones": WAITING if timetable.waiting else "None.",
        "warnings": tuple(map(one_line, timetable.warnings)),
        "sure": sure,
        "weighed": weighed(timetable, review),
        "verified": verified,
        "rehearsal": _rehearsal(timetable),
        "partial": partial_text(timetable) if timetable.left_out else "",
        "left_out": told_left_out(timetable, review),
        "most_kept": most_kept_words(timetable),
    }
    return filled("review.html.j2", values)


def _rehearsal(timetable: Timetable) -> str:
    return rehearsal_text(timetable.today) if timetable.rehearsal and timetable.today is not None else ""


def _sure_card(sure: Sureness, verified: bool) -> Card:
    checked = "Checked independently against every rule." if verified else "NOT checked independently."
    tone = GOOD if verified and not sure.worth_planning_longer else WARN
    return Card("How sure is it?", sure.headline, (sure.explanation, checked), tone, "sure")


def _dated(timetable: Timetable, review: Review) -> tuple[Dated, ...]:
    """Return the milestones with the deadline among them, in the order of time."""
    found = [Dated(each.date, day_text(each.date), one_line(each.title), False) for each in timetable.milestones]
    if found and review.deadline is not None:
        found.append(Dated(review.deadline, day_text(review.deadline), "Deadline of the final report", True))
    return tuple(sorted(found, key=lambda each: each.date))


def _phases(timetable: Timetable, review: Review, booked: Sequence[PlanEntry]) -> str:
    return inline_svg(
        as_svg(gantt(timetable, review, by="phase", theme="light")),
        "phases-",
        title="Bookings by phase",
        description=f"{plural(len(booked), 'booking')} over the months, a row for each phase. The table has the same.",
        tips={f"booking-{entry.number}": entry.tip for entry in booked},
    )


def _people(timetable: Timetable, review: Review, booked: Sequence[PlanEntry]) -> str:
    tips: dict[str, str] = {}
    for entry in booked:
        tips |= {f"booking-{entry.number}-{id}": entry.tip for id in entry.booking.attendees}
        tips |= {
            f"missing-{entry.number}-{id}": missed_by(entry.booking, id, f"Cannot come: {entry.tip}")
            for id in entry.booking.missing
        }
    return inline_svg(
        as_svg(gantt(timetable, review, by="person", theme="light")),
        "people-",
        title="Bookings by person",
        description="A row for each person, with all that they come to and cannot come to. Their plans, below, "
        "have the same.",
        tips=tips,
    )


def _options(comparison: Comparison) -> str:
    from ltsched.report.charts.comparison_chart import comparison_chart

    return inline_svg(
        as_svg(comparison_chart(comparison, "light")),
        "options-",
        title="The options compared",
        description="For each option the time from its first meeting to its last, and to the final report. The table "
        "has the same.",
    )
