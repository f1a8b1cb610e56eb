"""Read a document into its model; the one translation of what pydantic says into mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake
from ltsched.validation.document import AnyDocument, Expected
from ltsched.validation.mistake_limit import MOST_MISTAKES
from ltsched.validation.place import Place, below, choices_of, is_table, keys_of, members, place_of
from ltsched.validation.shown import shown

__all__ = ["read", "read_sound"]

M = TypeVar("M", bound=AnyDocument)


def read(
    model: type[M],
    data: object,
    path: str,
    mistakes: list[Mistake],
    *,
    where: str = "",
    line: int | None = None,
    context: object = None,
) -> M | None:
    """Read a document.

    Parameters
    ----------
    model
        What it should be.
    data
        Its values, as a parser of TOML, JSON or CSV gives them.
    path, where, line
        The file, the place of `data` in it (empty for the whole file) and its line (None for none), for mistakes.
    mistakes
        Everything that is wrong is added here.
    context
        What the validators need to know from elsewhere.

    Returns
    -------
    AnyDocument or None
        None after a mistake.
    """
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        mistakes += translated(error, model, path, where, line)
        return None


def read_sound(
    model: type[M],
    data: Mapping[str, Any],
    path: str,
    mistakes: list[Mistake],
    stand_ins: Mapping[str, Any],
    *,
    line: int | None = None,
    context: object = None,
) -> tuple[M, frozenset[str]]:
    """Read a whole document, and take what is sound of it where something is wrong.

    Parameters
    ----------
    model, data, path, mistakes, line, context
        As for `read`.
    stand_ins
        For each key that must be there a value that is sound, which takes its place after a mistake.

    Returns
    -------
    AnyDocument, frozenset of str
        The document without its keys that are wrong, and these keys.
    """
    try:
        return model.model_validate(data, context=context), frozenset()
    except ValidationError as error:
        mistakes += translated(error, model, path, line=line)
        bad = frozenset(key for each in _details(error) for key in _keys(each))
        if not bad & {*data, *(stand_ins.keys() - data.keys())}:
            raise  # A check of the whole document has to name a key without which it passes.
    sound = {key: value for key, value in data.items() if key not in bad}
    # Only what is sound in itself is checked as a whole.
    found, more = read_sound(model, {**stand_ins, **sound}, path, mistakes, {}, line=line, context=context)
    return found, bad | more


def translated(
    error: ValidationError, model: type[AnyDocument], path: str, where: str = "", line: int | None = None
) -> Iterator[Mistake]:
    """Yield the mistakes that an error of pydantic is about; of very many the first."""
    for detail in _details(error)[:MOST_MISTAKES]:
        place = place_of(model, detail["loc"], where)
        for key, found, expected, hint in _told(detail, place):
            yield Mistake(path, below(place.where, key), found, expected, hint, line)


def _keys(detail: ErrorDetails) -> Iterator[str]:
    """Yield the keys of the whole document that an error is about."""
    if detail["loc"]:
        yield str(detail["loc"][0])
    else:  # a check of the whole document
        yield from (re.split(r"[.\[]", each["key"])[0] for each in detail["ctx"]["each"])


def _details(error: ValidationError) -> list[ErrorDetails]:
    return error.errors(include_url=False)


def _told(detail: ErrorDetails, place: Place) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each mistake the key below the place, what was found, what would be right, and how to go on."""
    value, about = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "mistakes":
            for each in about["each"]:
                at_key = value.get(each["key"]) if each["key"] and isinstance(value, Mapping) else value
                found = each["found"] or _shown(at_key, place)
                yield each["key"], found, each["expected"] or _expected(place), each["hint"]
        case "missing":
            yield "", "missing", _expected(place), ""
        case _ if detail["loc"][-1:] == ("[key]",) or detail["type"] == "extra_forbidden":
            keys = place.names or sorted(keys_of(place.inside))
            key = str(value if place.names else detail["loc"][-1])
            yield "", "unknown key", f"expected one of {', '.join(keys)}", did_you_mean(key, keys)
        case "union_tag_not_found" | "union_tag_invalid":
            key = about["discriminator"].strip("'")
            words = [each.strip("'") for each in _words(place.annotation, key)]
            found, hint = ("missing", "") if "tag" not in about else (shown(value[key]), _near(value[key], words))
            yield key, found, f"expected one of {', '.join(words)}", hint
        case _:
            yield "", _shown(value, place), _expected(place), _near(value, choices_of(place.annotation))


def _shown(value: object, place: Place) -> str:
    return place.inside.form.table if isinstance(value, Mapping) else shown(value)


def _words(annotation: Any, key: str) -> list[str]:
    """Return the words under `key` that tell the tables of a union apart."""
    return [word for each in members(annotation) for word in get_args(keys_of(each)[key].annotation)]


def _near(value: object, words: Iterable[str]) -> str:
    return did_you_mean(value, words) if isinstance(value, str) else ""


def _expected(place: Place) -> str:
    """Return what would be right at a place, in words: what is said of it, or else its type and its limits."""
    also = "".join(getattr(said, "also", "") for said in place.metadata)
    return (_said(place) or _of_type(place)) + also


def _said(place: Place) -> str:
    return next((said.text for said in reversed(place.metadata) if isinstance(said, Expected)), "")


def _of_type(place: Place) -> str:
    kind = place.annotation
    if choices := choices_of(kind):
        return f"expected one of {', '.join(choices)}"
    if _is_any_table(kind) or members(kind):
        return f"expected {place.inside.form.table}"
    if get_origin(kind) in (tuple, list):
        inner = next(iter(get_args(kind)), None)
        key = place.where.rpartition(".")[2]
        return f"expected {place.inside.form.tables.format(key=key)}" if _is_any_table(inner) else "expected a list"
    if kind in (int, float):
        return f"expected a {'whole ' if kind is int else ''}number{_limits(place.metadata)}"
    return {bool: "expected true or false", str: "expected a text"}.get(kind, "expected something else")


def _is_any_table(kind: Any) -> bool:
    bare = kind.__origin__ if get_origin(kind) is Annotated else kind
    return is_table(bare) or get_origin(bare) is dict


def _limits(metadata: tuple[Any, ...]) -> str:
    least, most = (next((getattr(said, end) for said in metadata if hasattr(said, end)), None) for end in ("ge", "le"))
    if most is None:
        return "" if least is None else f" from {least} on"
    return f" from {least} to {most}" if least is not None else f" up to {most}"
