"""Post a rule, found by its type."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from ltsched.domain.rules import Rule
from ltsched.model.context import Context

__all__ = ["post", "post_all"]


@singledispatch
def post(rule: Rule, context: Context) -> None:
    """Post `rule` for the activities that are in the model of `context`.

    A rule about the starts of one activity alone posts nothing: the candidates have been cut to it before, and its file
    says where. A shape leaves what it measures in the context.
    """
    raise TypeError(f"no model for the rule {rule!r}")


def post_all(rules: Iterable[Rule], context: Context) -> None:
    """Post `rules` in their order."""
    for rule in rules:
        post(rule, context)
