"""The stages of replanning: what moves, who is told, how far; only an agenda that has something before it has them."""

from __future__ import annotations

from ltsched.domain.replanning import measures
from ltsched.domain.stages.stage import DependsOn, Stage

__all__ = ["DISTANCE", "MESSAGES", "MOVED", "MOVED_UNANNOUNCED", "REPLANNING", "TOLD"]

MOVED = "moved"
TOLD = "told"
MESSAGES = "messages"
MOVED_UNANNOUNCED = "moved unannounced"
DISTANCE = "distance"

REPLANNING = (
    Stage(
        MOVED,
        "bookings",
        "Bookings that people are invited to, and that start at another time than before.",
        measures.moved,
        DependsOn.STARTS,
    ),
    Stage(
        TOLD,
        "people",
        "People who get a message, because something that was announced is otherwise than they were told.",
        measures.told,
        DependsOn.PANELS,
    ),
    Stage(
        MESSAGES,
        "messages",
        "Messages that these people get.",
        measures.told_messages,
        DependsOn.PANELS,
    ),
    Stage(
        MOVED_UNANNOUNCED,
        "bookings",
        "Bookings that nobody has been told of, and that start at another time than before, or are held by others.",
        measures.moved_unannounced,
        DependsOn.PANELS,
    ),
    Stage(
        DISTANCE,
        "working days",
        "How far the bookings lie from where they were, or from where somebody proposed that they lie, added up.",
        measures.distance,
        DependsOn.DAYS,
    ),
)
"""In their order. They come after the late days and before all others, whatever the review says of those."""
