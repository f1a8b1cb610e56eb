"""Small reviews that are possible, one of each option: each case is one of them with one thing otherwise, or two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.support.impossible.folder import Folder

__all__ = ["BASES", "base"]

COMMISSIONED = date(2027, 1, 11)
"""A Monday, and the day of the rehearsals."""

CAST = """
l1 | Miriam Oakes    | lead-reviewer | |
l2 | Paul Dray       | lead-reviewer | |
t1 | Anna Smith      | review-team   | Children's Social Care | yes
t2 | Derek Vane      | review-team   | Police                 |
t3 | Sunita Rao      | review-team   | Hospital Trust         |
t4 | Colm Brady      | review-team   | Community Health       |
p1 | Amira Khan      | case-group    | Children's Social Care |
p2 | Joe Larch       | case-group    | Police                 |
p3 | Ruth Penny      | case-group    | Hospital Trust         |
p4 | Tom Askew       | case-group    | Community Health       |
p5 | Bea Winter      | case-group    | School                 |
"""
RANKED = ("p1", "p2", "p3", "p4", "p5")


def _review(option: str, **customise: Any) -> Folder:
    people = {}
    for line in CAST.strip().splitlines():
        id, name, role, agency, *more = (cell.strip() for cell in line.split("|"))
        people[id] = {
            "id": id,
            "name": name,
            "email": f"{name.lower().replace(' ', '.')}@agency.example",
            "role": role,
            "agency": agency,
            "essential": more[0] if more else "",
            "conversation": str(RANKED.index(id) + 1) if id in RANKED else "",
        }
    return Folder(
        {
            "reference": "LT-2027-77",
            "option": option,
            "kind": "practice-review",
            "commissioned": COMMISSIONED,
            "today": COMMISSIONED,
            "timezone": "Europe/London",
            "region": "GB-ENG",
            "organiser": {"name": "Review office", "email": "reviews@partnership.example"},
            "family": {"approach": "letter"},
            "customise": {key.replace("_", "-"): value for key, value in customise.items()},
        },
        people,
        {"r1": {"id": "r1", "name": "Civic Centre", "capacity": "20"}},
    )


def _full() -> Folder:
    """Two joint meetings and three of the review team over twelve weeks, from 8 February to 30 April 2027."""
    return _review("full", span_weeks=12, review_team_meetings=3)


def _intensive() -> Folder:
    """Two blocks from 8 March 2027 on."""
    return _review("intensive", review_team_meetings=3)


def _speed_plus() -> Folder:
    """One week, from 10 May 2027 on: that of 10 May, or a late one."""
    return _review("speed-plus", review_team_meetings=3, lead_in_weeks=17, findings_meeting="no")


def _mid_range() -> Folder:
    """One joint meeting and two of the review team, within ten weeks from 8 February on."""
    return _review("mid-range", span_weeks=10, review_team_meetings=2)


def _focused() -> Folder:
    """One event and two meetings of the review team, within ten weeks from 22 February on."""
    folder = _review("focused")
    for row in folder.people.values():
        row["conversation"] = ""
    return folder


def _themed() -> Folder:
    """Three audits by four auditors, and one focused review, within twenty weeks from 8 February on."""
    folder = _review("themed")
    for id, row in folder.people.items():
        row["conversation"] = ""
        if id in ("t1", "t2", "t3", "t4"):
            row["role"] = "review-team;auditor"
    for id, agencies in (("f01", ["Police", "School"]), ("f02", ["School", "Hospital Trust"]), ("f03", ["Police"])):
        folder.add("audit", id=id, agencies=agencies)
    folder.add("focused-review", id="fr1", case_group=["p1", "p2", "p3", "p4", "p5"])
    return folder


BASES: dict[str, Callable[[], Folder]] = {
    "full": _full,
    "intensive": _intensive,
    "speed-plus": _speed_plus,
    "mid-range": _mid_range,
    "focused": _focused,
    "themed": _themed,
}


def base(option: str) -> Folder:
    """Return the review of this option."""
    return BASES[option]()
