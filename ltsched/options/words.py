"""The tables of an option, read one by one into its words: activities, orders, the shape, milestones."""

from __future__ import annotations

from ltsched.domain.option import (
    Kind,
    MilestoneTemplate,
    OrderTemplate,
    PanelTemplate,
    RoomNeed,
    ShapeKind,
    ShapeTemplate,
    Template,
)
from ltsched.errors import Mistake
from ltsched.options.source import Table
from ltsched.validation.option.named import Known
from ltsched.validation.option.shape import ShapeDocument
from ltsched.validation.option.tables import ActivityTable, MilestoneTable, OrderTable
from ltsched.validation.reading import read

__all__ = ["read_activity", "read_milestone", "read_order", "read_shape"]

WHO_COMES = ("must", "expected", "panel", "for-each")


def read_activity(table: Table, known: Known, mistakes: list[Mistake]) -> Template | None:
    """Read one ``[[activity]]``; None after a mistake."""
    found = read(ActivityTable, table.values, table.path, mistakes, where=table.where, context=known)
    nobody = not any(table.values.get(key) for key in WHO_COMES)
    if nobody:  # told whatever else is wrong
        mistakes.append(Mistake(table.path, table.where, "nobody comes", 'expected "must", "expected" or "panel"'))
    if found is None or nobody:
        return None
    panel = None if found.panel is None else PanelTemplate(**dict(found.panel))
    room = _usual_room(found) if found.room is None else found.room
    return Template(**{**dict(found), "prefix": found.prefix or found.id, "panel": panel, "room": room})


def _usual_room(activity: ActivityTable) -> RoomNeed:
    """Return what is meant where nothing is said: every meeting takes a room, conversations one that is free.

    Whatever a chosen panel holds is a conversation of a kind; files are read where they are.
    """
    if activity.kind is Kind.AUDIT:
        return RoomNeed.NONE
    talk = activity.kind in (Kind.CONVERSATION, Kind.FAMILY_CONVERSATION) or activity.panel is not None
    return RoomNeed.IF_FREE if talk else RoomNeed.NEEDED


def read_order(table: Table, known: Known, mistakes: list[Mistake]) -> OrderTemplate | None:
    """Read one ``[[order]]``.

    None after a mistake, and for one that is left with nothing on a side, because it was dropped.
    """
    found = read(OrderTable, table.values, table.path, mistakes, where=table.where, context=known)
    if found is None:
        return None
    before, after = (tuple(id for id in side if id in known.activities) for side in (found.before, found.after))
    return OrderTemplate(**{**dict(found), "before": before, "after": after}) if before and after else None


def read_shape(table: Table, known: Known, mistakes: list[Mistake]) -> ShapeTemplate | None:
    """Read the ``[shape]``; None after a mistake.

    Dropped activities stay in it: a shape about nothing that is left must not become one about everything.
    """
    found = read(ShapeDocument, {"shape": table.values}, table.path, mistakes, context=known)
    if found is None:
        return None
    return ShapeTemplate(**{**dict(found.shape), "kind": ShapeKind(found.shape.kind)})


def read_milestone(table: Table, known: Known, mistakes: list[Mistake]) -> MilestoneTemplate | None:
    """Read one ``[[milestone]]``; None after a mistake."""
    found = read(MilestoneTable, table.values, table.path, mistakes, where=table.where, context=known)
    return None if found is None else MilestoneTemplate(**dict(found))
