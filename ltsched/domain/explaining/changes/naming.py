"""What review.toml says of activities that fall away: it has to go with them, or the file names what is not there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ltsched.domain.explaining.step import Edit
from ltsched.domain.option import ForEach
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.words.file_names import REVIEW_FILE

__all__ = ["conversations_with", "naming_edits", "without_naming"]


def conversations_with(review: Review, people: Collection[str]) -> frozenset[str]:
    """Return the ids of the activities that are held with each of `people` as key staff."""
    templates = [template for template in review.option.templates if template.for_each is ForEach.KEY_STAFF]
    return frozenset(f"{template.prefix}:{id}" for template in templates for id in people)


def naming_edits(review: Review, ids: Collection[str]) -> tuple[Edit, ...]:
    """Return the tables of review.toml that are about one of the activities `ids`, each taken out."""
    tables = [
        *(("window", number, one.activity) for number, one in enumerate(review.windows, 1)),
        *(
            ("hold", number, one.target if one.scope is HoldScope.ACTIVITY else "")
            for number, one in enumerate(review.holds, 1)
        ),
        *(("booking", number, one.activity) for number, one in enumerate(review.settled, 1) if not one.flag),
    ]
    return tuple(Edit(REVIEW_FILE, f"{table}[{number}]", id, None) for table, number, id in tables if id in ids)


def without_naming(review: Review, ids: Collection[str]) -> Review:
    """Return `review` without what is said of the activities `ids`."""
    return replace(
        review,
        windows=tuple(one for one in review.windows if one.activity not in ids),
        holds=tuple(one for one in review.holds if one.scope is not HoldScope.ACTIVITY or one.target not in ids),
        settled=tuple(one for one in review.settled if one.activity not in ids),
    )
