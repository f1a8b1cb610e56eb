"""The people of an instance, as rows of people.csv."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

__all__ = ["PEOPLE_COLUMNS", "Cast", "Person", "people_rows"]

PEOPLE_COLUMNS = ("id", "name", "email", "role", "agency", "works", "essential", "conversation", "line_manager")

AGENCIES = (
    "Children's Social Care",
    "Police",
    "Hospital Trust",
    "Community Health Trust",
    "School",
    "Probation",
    "Housing",
    "Early Help",
    "Mental Health Trust",
    "Ambulance Trust",
    "Integrated Care Board",
    "Domestic Abuse Charity",
)

FIRST_HALVES = "Alder Birch Clover Damson Elder Fennel Gorse Heron Iris Juniper Linnet Mallow Nettle Osier Plover"
SECOND_HALVES = "anvil barrel compass drum easel funnel gable hinge inkwell jug kite ladle mallet"


@dataclass(frozen=True, slots=True)
class Person:
    """One row of people.csv."""

    id: str
    role: str
    agency: str = ""
    works: str = ""
    essential: bool = False
    rank: int | None = None
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody of an instance.

    Parameters
    ----------
    agencies
        How many agencies take part: the fewer, the fewer may hold a conversation with whom.
    """

    leads: int = 2
    team: int = 6
    case: int = 14
    conversations: int = 10
    family: int = 0
    auditors: int = 0
    essential: int = 2
    agencies: int = len(AGENCIES)
    hours: str = ""
    lead_hours: str = ""
    team_roles: str = "review-team"
    lead_roles: str = "lead-reviewer"
    works: dict[str, str] = field(default_factory=dict)

    def people(self) -> list[Person]:
        """Return them; the ids are l1…, t1…, p01…, f1…, x1…"""
        names = AGENCIES[: self.agencies]
        people = [Person(f"l{k}", self.lead_roles, works=self.lead_hours) for k in range(1, self.leads + 1)]
        for k in range(self.team):
            agency = names[k % len(names)]
            people.append(Person(f"t{k + 1}", self.team_roles, agency, self.hours, essential=k < self.essential))
        for k in range(self.case):
            agency = names[k * 5 % len(names)]
            # Every third one is managed by the member of the review team from the same agency, if there is one.
            place = k * 5 % len(names)
            manager = f"t{place + 1}" if k % 3 == 0 and place < self.team else ""
            rank = k + 1 if k < self.conversations else None
            people.append(Person(f"p{k + 1:02}", "case-group", agency, self.hours, rank=rank, manager=manager))
        people += [Person(f"f{k}", "family", works="Mon-Fri 10:00-16:00") for k in range(1, self.family + 1)]
        people += [Person(f"x{k + 1}", "auditor", names[k % len(names)], self.hours) for k in range(self.auditors)]
        return people


def people_rows(people: list[Person], works: dict[str, str], dice: random.Random) -> list[list[str]]:
    """Return the rows; `works` replaces the working hours of some."""
    surnames = [one + other for one in FIRST_HALVES.split() for other in SECOND_HALVES.split()]
    dice.shuffle(surnames)
    rows = []
    for person, surname in zip(people, surnames, strict=False):
        initial = dice.choice("ABCDEFGHJKLMNPRST")
        domain = person.agency.lower().replace("'", "").replace(" ", "-") or "reviewers"
        rows.append(
            [
                person.id,
                f"{initial}. {surname}",
                f"{initial}.{surname}@{domain}.example".lower(),
                person.role,
                person.agency,
                works.get(person.id, person.works),
                "yes" if person.essential else "",
                "" if person.rank is None else str(person.rank),
                person.manager,
            ]
        )
    return rows
