"""Read a review as far into the future as other options, other starts and other numbers need its diaries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ltsched.domain.review import Review
from ltsched.domain.sweep import Variation, varied
from ltsched.files.review.review_folder import read_review_folder, reading_window
from ltsched.files.review.when import When
from ltsched.options.adapt import adapt, options_beside

__all__ = ["read_far_enough"]


def read_far_enough(
    folder: Path,
    options: Sequence[str] = (),
    variations: Sequence[Variation] = (),
    *,
    strict: bool = False,
    when: When | None = None,
) -> tuple[Review, tuple[str, ...]]:
    """Return the review in `folder` with diaries that reach over all that `options` may plan in `variations`.

    Diaries that end too early would make everybody look free. The options are returned too, each once.

    Parameters
    ----------
    folder
        The folder of the review.
    options
        Shipped ones, or paths of ``.toml`` files beside the review; none means all that are shipped, and the review's
        own.
    variations
        In the order of their days or numbers, so that the first and the last reach farthest.
    strict
        Whether what is not understood of an entry of a calendar is a mistake.
    when
        As in `read_review_folder`.

    Raises
    ------
    InvalidReview
        With every mistake in the folder, or of an option.
    """
    starts = [variation.commissioned for variation in variations if variation.commissioned is not None]
    review = read_review_folder(folder, starts=starts, strict=strict, when=when)
    names = tuple(dict.fromkeys(options)) or options_beside(review)
    ends = []
    for variation in (*variations[:1], *variations[-1:]) or (Variation(""),):
        changed = varied(review, variation)
        for name in names:
            option = adapt(changed, name).review.option
            ends.append(reading_window(changed.commissioned, option, changed.holds)[1])
    until = max(ends)
    known = review.diaries_until
    if known is not None and until > known:
        review = read_review_folder(folder, starts=starts, until=until, strict=strict, when=when)
    return review, names
