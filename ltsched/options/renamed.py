"""A review with other people named in its option and its focused reviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ltsched.domain.review import Review

__all__ = ["renamed"]


def renamed(review: Review, names: Mapping[str, str | None]) -> Review:
    """Return `review` with others named where activities, panels and focused reviews name people by their ids.

    Parameters
    ----------
    names
        Who is named instead of whom; None for nobody. Whoever is named already is not named twice.
    """

    def named(ids: tuple[str, ...]) -> tuple[str, ...]:
        found = (names.get(id, id) for id in ids)
        return tuple(dict.fromkeys(id for id in found if id is not None))

    templates = tuple(
        replace(
            one,
            must=named(one.must),
            expected=named(one.expected),
            panel=None if one.panel is None else replace(one.panel, pool=named(one.panel.pool)),
        )
        for one in review.option.templates
    )
    focused = tuple(
        one if one.case_group is None else replace(one, case_group=named(one.case_group))
        for one in review.focused_reviews
    )
    return replace(review, option=replace(review.option, templates=templates), focused_reviews=focused)
