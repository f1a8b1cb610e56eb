"""JSON files of a known format, read into their documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ltsched.errors import InvalidReview, Mistake

if TYPE_CHECKING:
    from ltsched.validation.document import AnyDocument

__all__ = ["read_json", "read_json_document"]

M = TypeVar("M", bound="AnyDocument")


def read_json_document(model: type[M], path: Path, data: object) -> M:
    """Return `data`, which the file `path` holds, as a document of `model`.

    Raises
    ------
    InvalidReview
        Something in it is not as it should be; every mistake is told.
    """
    from ltsched.validation.reading import read

    mistakes: list[Mistake] = []
    document = read(model, data, path.name, mistakes)
    if document is None:
        raise InvalidReview(mistakes)
    return document


def read_json(path: Path, what: str, number: int | tuple[int, ...], hint: str = "") -> dict[str, Any]:
    """Return the JSON object in the file `path`, whose key ``format`` is `number`, or one of several.

    Parameters
    ----------
    path
        The file; mistakes name it without its folder.
    what
        What it should be, for the mistakes: ``a timetable``.
    number
        Its ``format``, or those that are known; a document with another one may mean something else, and is refused.
    hint
        How to go on where it is no such document.

    Raises
    ------
    InvalidReview
        The file cannot be read, is no such document, or is of another format. NaN and infinities are not JSON.
    """
    expected = f"expected {what} of ltsched"
    numbers = (number,) if isinstance(number, int) else number
    try:
        document = json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=_refuse)
    except OSError as error:
        mistake = Mistake(path.name, "", f"cannot be read: {error.strerror or error}", f"expected {what}", hint)
    except json.JSONDecodeError as error:
        mistake = Mistake(path.name, "", f"not JSON: {error.msg}", expected, hint, error.lineno)
    except (ValueError, RecursionError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        mistake = Mistake(path.name, "", f"not JSON: {reason}", expected, hint)
    else:
        if not isinstance(document, dict) or "format" not in document:
            mistake = Mistake(path.name, "", f"not {what}", expected, hint)
        elif document["format"] is not True and document["format"] in numbers:
            return document
        else:
            formats = "the format" if len(numbers) == 1 else "a format"
            right = f"expected {' or '.join(map(str, numbers))}, {formats} that this version of ltsched knows"
            mistake = Mistake(path.name, "format", json.dumps(document["format"]), right, "Use a newer version")
    raise InvalidReview([mistake])


def _refuse(word: str) -> float:
    raise ValueError(f"{word} is no number")
