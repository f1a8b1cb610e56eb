"""Texts of review.toml, put into a file and read."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.people import Person, Role
from ltsched.errors import Mistake, Notice
from ltsched.files.review.review_toml import ReviewFile, read_review_toml

PEOPLE = (
    Person("l1", "L", "", (Role.LEAD_REVIEWER,)),
    Person("p01", "P", "", (Role.CASE_GROUP,)),
    Person("p02", "P", "", (Role.CASE_GROUP,)),
)
LEAST = 'reference = "R-1"\noption = "full"\ncommissioned = 2027-01-11\ntimezone = "Europe/London"\nregion = "GB-ENG"\n'


def read(tmp_path: Path, text: str, option: str | None = None) -> tuple[ReviewFile, list[str], list[str]]:
    """Return what a review.toml of this text says, with its mistakes and notices as they are told."""
    file = tmp_path / "review.toml"
    file.write_text(text, encoding="utf-8")
    mistakes: list[Mistake] = []
    notices: list[Notice] = []
    found = read_review_toml(file, PEOPLE, option, mistakes, notices)
    assert found is not None
    return found, list(map(str, mistakes)), list(map(str, notices))
