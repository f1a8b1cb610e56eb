"""The shapes: what an option is about."""

from __future__ import annotations

from ltsched.domain.rules.shapes.blocks import Blocks
from ltsched.domain.rules.shapes.early import Early
from ltsched.domain.rules.shapes.one_day import OneDay
from ltsched.domain.rules.shapes.one_week import OneWeek, monday
from ltsched.domain.rules.shapes.shape import ShapeRule
from ltsched.domain.rules.shapes.spread import Spread

__all__ = ["Blocks", "Early", "OneDay", "OneWeek", "Shape", "ShapeRule", "Spread", "monday"]

Shape = Spread | Blocks | OneWeek | OneDay | Early
