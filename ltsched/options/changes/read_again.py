"""The option of a review, read again with other settings."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.review import Review, Settings
from ltsched.errors import Mistake
from ltsched.options.template import read_option, shipped_options

__all__ = ["option_file", "read_again"]


def option_file(review: Review) -> str:
    """Return the name by which the option of `review` is read: that of a shipped one, or of the file beside it."""
    name = review.option.name
    return name if name in shipped_options() else f"{name}.toml"


def read_again(review: Review, settings: Settings, mistakes: list[Mistake]) -> Review:
    """Return `review` with its option read again with other `settings`; as it is after a mistake, which is added."""
    option = read_option(
        option_file(review),
        settings,
        folder=review.folder,
        known_ids=frozenset(person.id for person in review.people),
        mistakes=mistakes,
    )
    return review if option is None else replace(review, option=option, settings=settings)
