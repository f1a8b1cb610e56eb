"""Where in a document something is wrong: the key as its author would name it, and what may stand there."""

from __future__ import annotations

import types
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ltsched.validation.document import AnyDocument

__all__ = ["Place", "below", "choices_of", "is_table", "keys_of", "members", "place_of"]


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a document.

    Parameters
    ----------
    where
        Its keys: ``hold[1].from``; the items of a list are counted from 1.
    annotation
        The type of what may stand there, without ``None`` and without metadata; None where nothing may.
    metadata
        What was said of it: limits, `Expected`.
    inside
        The document or table whose key it is, or was meant to be.
    names
        The names that a mapping knows in which it stands; empty where it stands in none, or any will do.
    """

    where: str
    annotation: Any
    metadata: tuple[Any, ...]
    inside: type[AnyDocument]
    names: tuple[str, ...] = ()


def keys_of(model: type[AnyDocument]) -> dict[str, FieldInfo]:
    """Return the fields of a model by the keys of the document."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def place_of(model: type[AnyDocument], location: Sequence[str | int], where: str = "") -> Place:
    """Return the place in a document of `model` that pydantic calls `location`.

    `where` is the place of the document itself.
    """
    place = Place(where, model, (), model)
    for part in location:
        place = _step(place, part)
    return place


def _step(place: Place, part: str | int) -> Place:
    here, inside = place.annotation, place.inside
    if is_table(here):
        field = keys_of(here).get(str(part))
        found = (None, ()) if field is None else _bare(field.annotation, tuple(field.metadata))
        return Place(below(place.where, str(part)), found[0], found[1], here)
    if tagged := members(here):
        member = next((each for each in tagged if part in _tags(each)), None)
        return Place(place.where, member, (), inside)  # the tag is no key
    if isinstance(part, int):
        item, metadata = _bare(next(iter(get_args(here)), None), ())
        # The place of a text in a list says less than the text, which is told anyway.
        counted = is_table(item) or inside.form.items_counted
        return Place(f"{place.where}[{part + 1}]" if counted else place.where, item, metadata, inside)
    if part == "[key]":  # the name in a mapping by name, whose place the last step has found
        return place
    name, value = get_args(here) if get_origin(here) is dict else (None, None)
    bare, metadata = _bare(value, ())
    return Place(below(place.where, part), bare, metadata, inside, choices_of(_bare(name, ())[0]))


def below(where: str, key: str) -> str:
    """Return the place of `key` in the table at `where`."""
    return ".".join(part for part in (where, key) if part)


def is_table(annotation: Any) -> bool:
    """Return whether a table or an object stands here."""
    return isinstance(annotation, type) and issubclass(annotation, AnyDocument)


def choices_of(annotation: Any) -> tuple[str, ...]:
    """Return the words of which one must stand here; none where anything else may."""
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    return tuple(annotation) if isinstance(annotation, type) and issubclass(annotation, StrEnum) else ()


def members(annotation: Any) -> tuple[Any, ...]:
    """Return the tables of which one stands here, told apart by a key; empty where it is none of several."""
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else ()


def _tags(member: Any) -> list[Any]:
    fields = member.model_fields.values() if is_table(member) else ()
    return [word for field in fields if get_origin(field.annotation) is Literal for word in get_args(field.annotation)]


def _bare(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """Return a type without ``None`` and without metadata, and all its metadata."""
    while True:
        if get_origin(annotation) is Annotated:
            for said in annotation.__metadata__:
                metadata = (*metadata, *(said.metadata if isinstance(said, FieldInfo) else (said,)))
            annotation = annotation.__origin__
        elif len(some := [each for each in members(annotation) if each is not types.NoneType]) == 1:
            annotation = some[0]
        else:
            return annotation, metadata
