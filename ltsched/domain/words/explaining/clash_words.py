"""What cannot hold together, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.step import Call
from ltsched.domain.words.explaining.calling import together
from ltsched.domain.words.wording import listed

__all__ = ["clash_words", "headline"]

MOST_PEOPLE = 3
MOST_TOLD = 2
TYING = {
    "precedence",
    "lag",
    "daily load",
    "double booking",
    "room double booking",
    "gap",
    "one day",
    "one week",
    "block",
    "blocks apart",
}
"""Rules between activities: where there is none among the facts, each of the activities is impossible for itself."""


def clash_words(clash: Clash, agenda: Agenda, call: Call) -> str:
    """Return what a clash comes to, as a clause: ``joint meeting 2 has no day on which Amira Khan (t01) can come``."""
    kinds = {activity.id: activity.kind for activity in agenda.activities}
    activities = [id for id in clash.activities if id in kinds]
    said = together(activities, kinds, call) or "all that is to be planned"
    people = _away(clash, agenda)
    rules = {fact.rule for fact in clash.facts}
    if len(activities) > 1 and (rules & TYING or not clash.facts):
        into = f" into the time of {listed(map(call, people))}" if people and len(people) <= MOST_PEOPLE else ""
        return f"{said} do not fit together{into}"
    has, it = ("has", "it") if len(activities) == 1 else ("have", "them")
    if people and len(people) <= MOST_PEOPLE and not rules & {"quorum", "panel"}:
        own = people == [id.partition(":")[2] for id in activities]
        who = "they" if own else listed(map(call, people))
        return f"{said} {has} no day on which {who} can come{_both(people)}"
    if "seats" in rules and not any(fact.rule == "diary" for fact in clash.facts):
        return f"no room is large enough for {said}"
    if "quorum" in rules:
        return f"{said} {has} no day on which enough people can come"
    if rules & {"panel", "independence"}:
        return f"{_too_few(clash, agenda)} may hold {said}" if not people else _no_day_for_holders(said, has, it)
    if rules & {"room", "seats"}:
        return f"{said} {has} no day on which there is a room for {it}"
    return f"{said} {has} no day that is left for {it}"


def _no_day_for_holders(said: str, has: str, it: str) -> str:
    return f"{said} {has} no day for those who may hold {it}"


def _too_few(clash: Clash, agenda: Agenda) -> str:
    """Return who are too few to hold the activities of `clash`: lead reviewers, where it takes one and none may."""
    panels = [activity.panel for activity in agenda.activities if activity.id in clash.activities]
    return "no lead reviewer" if all(one and one.least_leads and not one.leads for one in panels) else "too few people"


def _both(people: list[str]) -> str:
    return "" if len(people) == 1 else " together"


def _away(clash: Clash, agenda: Agenda) -> list[str]:
    """Return the ids of those whose absences are among the facts, in their order."""
    known = {person.id for person in agenda.review.people}
    return list(dict.fromkeys(id for fact in clash.facts if fact.rule == "diary" for id in fact.ids if id in known))


def headline(clashes: Sequence[Clash], agenda: Agenda, call: Call) -> str:
    """Return in one sentence that nothing fits, and why where that is known; of many reasons the first two."""
    if not clashes:
        return "No timetable is possible: all of it together does not fit."
    told = ", and ".join(clash_words(clash, agenda, call) for clash in clashes[:MOST_TOLD])
    more = f"; {len(clashes) - MOST_TOLD} more" if len(clashes) > MOST_TOLD else ""
    return f"No timetable is possible: {told}{more}."
