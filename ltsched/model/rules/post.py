"""Post a rule, found by its type."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from ltsched.domain.rules import Rule
from ltsched.model.context import Context
from ltsched.model.placements import Expression

__all__ = ["post", "post_all"]


@singledispatch
def post(rule: Rule, context: Context) -> list[Expression]:
    """Post `rule` for the activities that are in the model of `context`.

    Return what is measured of it, in the order in which it is to be minimised; only a shape measures anything. A rule
    about the starts of one activity alone posts nothing: the candidates have been cut to it before, and its file says
    where.
    """
    raise TypeError(f"no model for the rule {rule!r}")


def post_all(rules: Iterable[Rule], context: Context) -> list[Expression]:
    """Post `rules` in their order; return what is measured of them."""
    return [measure for rule in rules for measure in post(rule, context)]
