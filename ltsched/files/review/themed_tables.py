"""``[[audit]]`` and ``[[focused-review]]``: what a themed review consists of."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.people import Person, Role
from ltsched.domain.review import AuditFile, FocusedReview
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.files.disk.ids import EXPECTED_ID, Ids
from ltsched.files.disk.mistake_limit import enough
from ltsched.files.disk.toml_file import read_tables
from ltsched.options.table_reader import TableReader, shown

__all__ = ["read_audits", "read_focused_reviews"]


def read_audits(review: TableReader) -> tuple[AuditFile, ...]:
    """Read every ``[[audit]]``: an id, and the agencies whose file it is (a list or one text; may be left out)."""
    ids = Ids()
    audits = []
    for reader in read_tables(review, "audit"):
        id = _id(reader, ids)
        agencies = [" ".join(name.split()) for name in reader.names("agencies")]
        for name in agencies:
            if not name or not name.isprintable():
                reader.mistake("agencies", shown(name), "expected the name of an agency")
            elif agencies.count(name) > 1 and not enough(reader.mistakes):
                reader.mistake("agencies", f"{shown(name)} is there twice", "expected it once")
                break
        reader.finish()
        audits.append(AuditFile(id, tuple(agencies)))
    return tuple(audits)


def read_focused_reviews(review: TableReader, people: Sequence[Person] | None) -> tuple[FocusedReview, ...]:
    """Read every ``[[focused-review]]``: an id, and the ids of its case group (left out: the whole case group).

    `people` are those whom a case group may name, if they have that role; None if they are not known.
    """
    ids = Ids()
    reviews = []
    for reader in read_tables(review, "focused-review"):
        id = _id(reader, ids)
        group = reader.names("case-group") if "case-group" in reader.table else None
        reader.known.add("case-group")
        if group is not None:
            _check_group(reader, group, people)
        reader.finish()
        reviews.append(FocusedReview(id, group))
    return tuple(reviews)


def _id(reader: TableReader, ids: Ids) -> str:
    reader.known.add("id")
    value = reader.table.get("id")
    if value is not None and not isinstance(value, str):
        reader.mistake("id", shown(value), EXPECTED_ID)
        return ""
    fault = ids.fault(value or "", reader.where)
    if fault is not None:
        reader.mistake("id", fault[0] or shown(value), fault[1])
    return value or ""


def _check_group(reader: TableReader, group: Sequence[str], people: Sequence[Person] | None) -> None:
    roles = {person.id: person.roles for person in people or ()}
    if not group and not isinstance(reader.table["case-group"], str):
        reader.mistake(
            "case-group", "nobody is listed", "expected ids of people; leave it out for the whole case group"
        )
    seen: set[str] = set()
    for id in group:
        if enough(reader.mistakes):
            return
        if id in seen:
            reader.mistake("case-group", f"{shown(id)} is there twice", "expected it once")
        elif people is not None and id not in roles:
            hint = did_you_mean(id, roles)
            reader.mistake("case-group", f"nobody has the id {shown(id)}", "expected the id of a person", hint)
        elif people is not None and Role.CASE_GROUP not in roles[id]:
            reader.mistake("case-group", f"{shown(id)} has not the role case-group", "expected somebody who has it")
        seen.add(id)
