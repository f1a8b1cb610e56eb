"""The tables of an option, read one by one: activities, orders, the shape, milestones."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.numbers import CHOICES
from ltsched.domain.option import (
    ForEach,
    Kind,
    MilestoneTemplate,
    OrderTemplate,
    Pairing,
    PanelTemplate,
    RoomNeed,
    ShapeKind,
    ShapeTemplate,
    Template,
)
from ltsched.domain.people import Role
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.options.table_reader import TableReader
from ltsched.validation.shown import shown

__all__ = ["read_activity", "read_milestone", "read_order", "read_shape"]

MOST_MINUTES = 12 * 60


def read_activity(reader: TableReader, known_ids: frozenset[str]) -> Template:
    """Read one ``[[activity]]``; `known_ids` are the people that it may name besides roles."""
    id = reader.text("id")
    if not id.replace("-", "").replace("_", "").isalnum() or not id.isascii():
        reader.mistake("id", shown(id), "expected letters, digits and hyphens")
    template = Template(
        id=id,
        kind=reader.word("kind", Kind) or Kind.OTHER,
        title=reader.text("title"),
        minutes=_minutes(reader),
        prefix=reader.text("ids", id),
        count=reader.whole("count"),
        for_each=reader.word("for-each", ForEach),
        must=_people(reader, "must", known_ids),
        expected=_people(reader, "expected", known_ids),
        quorum=reader.share("quorum"),
        panel=_panel(reader.table_at("panel")),
        gap_minutes=reader.whole("gap-minutes", 0, 0, MOST_MINUTES) or 0,
        per_day=reader.whole("per-day", None, 1),
        notice_working_days=reader.whole("notice-working-days", 0) or 0,
        in_lead_in=reader.flag("in-lead-in"),
        room=reader.word("room", RoomNeed) or RoomNeed.NONE,
        when=_when(reader),
        essential=reader.flag("essential"),
        off_critical_path=reader.flag("off-critical-path"),
    )
    if "room" not in reader.table:
        template = replace(template, room=_usual_room(template))
    if not (template.must or template.expected or template.panel or template.for_each):
        reader.mistake("", "nobody comes", 'expected "must", "expected" or "panel"')
    reader.finish()
    return template


def _usual_room(template: Template) -> RoomNeed:
    """Return what is meant where nothing is said: every meeting takes a room, conversations one that is free.

    Whatever a chosen panel holds is a conversation of a kind; files are read where they are.
    """
    if template.kind is Kind.AUDIT:
        return RoomNeed.NONE
    talk = template.kind in (Kind.CONVERSATION, Kind.FAMILY_CONVERSATION) or template.panel is not None
    return RoomNeed.IF_FREE if talk else RoomNeed.NEEDED


def _minutes(reader: TableReader) -> int:
    if "minutes" not in reader.table:
        reader.mistake("minutes", "missing", "expected a length in minutes, or the name of a number")
    return reader.whole("minutes", 60, 5, MOST_MINUTES) or 60


def _when(reader: TableReader) -> str:
    value = reader.setting("when")
    if value is None or value in CHOICES:
        return str(value or "yes")
    hint = did_you_mean(value, CHOICES) if isinstance(value, str) else ""
    reader.mistake("when", shown(value), 'expected "yes", "no" or "auto"', hint)
    return "yes"


def _people(reader: TableReader, key: str, known_ids: frozenset[str]) -> tuple[str, ...]:
    names = reader.names(key)
    for name in names:
        if name not in known_ids and name not in list(Role):
            expected = "expected a role or the id of a person"
            reader.mistake(key, shown(name), expected, did_you_mean(name, [*Role, *known_ids]))
    return names


def _panel(reader: TableReader | None) -> PanelTemplate | None:
    if reader is None:
        return None
    panel = PanelTemplate(
        pool=_people(reader, "pool", frozenset()),
        size=reader.whole("size", 1, 1, 20) or 1,
        least_leads=reader.whole("least-leads", 0, 0, 20) or 0,
        independent=reader.flag("independent"),
        different_agencies=reader.flag("different-agencies"),
    )
    if not panel.pool:
        reader.mistake("pool", "missing", "expected a list of roles")
    if panel.least_leads > panel.size:
        reader.mistake("least-leads", shown(panel.least_leads), f"expected at most the size, {panel.size}")
    reader.finish()
    return panel


def read_order(reader: TableReader, templates: frozenset[str], dropped: frozenset[str]) -> OrderTemplate | None:
    """Read one ``[[order]]``; one that is left with nothing on a side, because it was dropped, gives None."""

    def ids(key: str) -> tuple[str, ...]:
        names = reader.names(key)
        for name in names:
            if name not in templates and name not in dropped:
                hint = did_you_mean(name, templates)
                reader.mistake(
                    key, shown(name), f"expected the id of an activity: {', '.join(sorted(templates))}", hint
                )
        if not names:
            reader.mistake(key, "missing", "expected ids of activities")
        return tuple(name for name in names if name in templates)

    order = OrderTemplate(
        before=ids("before"),
        after=ids("after"),
        pairing=reader.word("pairing", Pairing) or Pairing.ALL,
        then=reader.text("then", ""),
        least_working_days=reader.whole("least-working-days", 0) or 0,
        most_working_days=reader.whole("most-working-days"),
        least_weeks=reader.whole("least-weeks"),
        most_weeks=reader.whole("most-weeks"),
    )
    if (order.pairing is Pairing.LAST_BEFORE) != bool(order.then):
        reader.mistake(
            "then", "missing or too much", 'expected an activity with pairing = "last-before", and only then'
        )
    elif order.then and order.then not in templates | dropped:
        reader.mistake("then", shown(order.then), "expected the id of an activity", did_you_mean(order.then, templates))
    for least, most in ((order.least_working_days, order.most_working_days), (order.least_weeks, order.most_weeks)):
        if most is not None and most < (least or 0):
            reader.mistake("", f"at most {most}", f"expected at least {least}, the least gap")
    reader.finish()
    return order if order.before and order.after else None


def read_shape(reader: TableReader, templates: frozenset[str], dropped: frozenset[str]) -> ShapeTemplate:
    """Read the ``[shape]``."""

    def ids(key: str) -> tuple[str, ...]:
        names = reader.names(key)
        for name in names:
            if name not in templates | dropped:
                reader.mistake(key, shown(name), "expected the id of an activity", did_you_mean(name, templates))
        # Dropped ones stay: a shape about nothing that is left must not become one about everything.
        return names

    kind = reader.word("kind", ShapeKind)
    if kind is None and "kind" not in reader.table:
        reader.mistake("kind", "missing", f"expected one of {', '.join(ShapeKind)}")
    shape = ShapeTemplate(
        kind=kind or ShapeKind.EARLY,
        of=ids("of"),
        besides=ids("besides"),
        tolerance_days=reader.whole("tolerance-days", 0) or 0,
        working_days=reader.whole("working-days", 5, 1) or 5,
        split_at=reader.text("split-at", ""),
        least_weeks=reader.whole("least-weeks", 0) or 0,
        most_weeks=reader.whole("most-weeks", 52) or 0,
    )
    if shape.kind is ShapeKind.BLOCKS and shape.split_at not in templates:
        reader.mistake("split-at", shown(shape.split_at), "expected the id of an activity")
    if shape.least_weeks > shape.most_weeks:
        reader.mistake("most-weeks", str(shape.most_weeks), f"expected at least {shape.least_weeks}, the least")
    reader.finish()
    return shape


def read_milestone(reader: TableReader, earlier: list[MilestoneTemplate]) -> MilestoneTemplate:
    """Read one ``[[milestone]]``; it may follow one of the `earlier` ones, or the last meeting."""
    ids = [milestone.id for milestone in earlier]
    milestone = MilestoneTemplate(
        id=reader.text("id"),
        title=reader.text("title"),
        after=reader.text("follows", ""),
        working_days=reader.whole("working-days", 0) or 0,
    )
    if milestone.after and milestone.after not in ids:
        expected = "expected the id of an earlier milestone"
        reader.mistake("follows", shown(milestone.after), expected, did_you_mean(milestone.after, ids))
        milestone = MilestoneTemplate(milestone.id, milestone.title, "", milestone.working_days)
    reader.finish()
    return milestone
