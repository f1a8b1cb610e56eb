"""The people and rooms of a scenario."""

from __future__ import annotations

from dataclasses import dataclass

from generator.entries import ShowsAs
from generator.exports import Export
from generator.season import Dates

__all__ = ["DOMAINS", "Member", "Venue"]

DOMAINS = {
    "": "reviewers.example",
    "Police": "police.example",
    "Children's Social Care": "childrens.council.example",
    "Adult Social Care": "adults.council.example",
    "Hospital Trust": "hospital.nhs.example",
    "Community Health Trust": "community.nhs.example",
    "Mental Health Trust": "mentalhealth.nhs.example",
    "Ambulance Trust": "ambulance.nhs.example",
    "Integrated Care Board": "icb.nhs.example",
    "GP Practice": "practice.nhs.example",
    "School": "school.example",
    "College": "college.example",
    "Early Help": "earlyhelp.council.example",
    "Probation": "probation.example",
    "Housing": "housing.council.example",
    "Domestic Abuse Charity": "charity.example",
    "Care Provider": "care.example",
    "Partnership Office": "partnership.example",
}
"""Every agency, with the domain of its mail; the empty one is independent of all."""


@dataclass(frozen=True, slots=True)
class Member:
    """One row of people.csv, and what fills the diary that goes with it.

    `trade` empty means that there is no calendar file. `away` are whole days that stand in it besides what the trade
    brings with it: what they are called, the first day and the last, and what they do to the time.
    """

    id: str
    role: str
    agency: str
    trade: str
    works: str = ""
    essential: bool = False
    rank: int | None = None
    manager: str = ""
    notes: str = ""
    export: Export = Export.EXCHANGE
    away: tuple[tuple[str, Dates, ShowsAs], ...] = ()


@dataclass(frozen=True, slots=True)
class Venue:
    """One row of rooms.csv; `shared` rooms have a calendar of their own."""

    id: str
    name: str
    capacity: int
    shared: bool = False
