"""Rows for a table of fields, from the JSON Schema of a model: key, value, what holds if it is left out, what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["Schema", "field_rows", "table_at"]

Schema = Mapping[str, Any]
LEFT_OUT = re.compile(r"[;.] [Ll]eft out: ([^.]+)(?:\.|$)")
NOTHING = "–"
WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
FORMATS = {"date": "date", "date-time": "date and time"}


def table_at(root: Schema, keys: list[str]) -> list[Schema]:
    """Return the schemas of the table at these keys; several where it is one of several kinds."""
    schemas = [root]
    for key in keys:
        having = [schema for schema in schemas if key in schema["properties"]]
        schemas = [table for schema in having for table in _tables(schema["properties"][key], root)]
    return schemas


def _resolved(schema: Schema, root: Schema) -> Schema:
    """Return the schema with what it refers to; what stands beside the reference, such as a description, wins."""
    found = schema
    while "$ref" in found:
        rest = {key: value for key, value in found.items() if key != "$ref"}
        found = {**root["$defs"][found["$ref"].rpartition("/")[2]], **rest}
    return found


def _alternatives(schema: Schema, root: Schema) -> list[Schema]:
    """Return what a value may be, without null, and without the name of a number in the place of one."""
    found = _resolved(schema, root)
    kinds = [_resolved(kind, root) for kind in found.get("anyOf", found.get("oneOf", [found]))]
    left = [kind for kind in kinds if kind.get("type") != "null" and kind.get("title") != "the name of a number"]
    nested = [each for kind in left for each in ([kind] if kind is found else _alternatives(kind, root))]
    # A list may be written as its one text; what it is is a list.
    lists = [kind for kind in nested if kind.get("type") == "array"]
    return lists or nested


def _tables(schema: Schema, root: Schema) -> list[Schema]:
    """Return the tables that a value is, or that stand in its list; none if it is no table."""
    found = []
    for kind in _alternatives(schema, root):
        inner = _alternatives(kind["items"], root) if kind.get("type") == "array" else [kind]
        found += [table for table in inner if "properties" in table]
    return found


def field_rows(tables: list[Schema], root: Schema, *, toml: bool) -> Iterator[tuple[str, str, str, str]]:
    """Yield a row for each key of a table; tables within it are told in a place of their own.

    Parameters
    ----------
    tables
        The table; where it is one of several kinds, told apart by ``kind``, each of them.
    root
        The document, for what is referred to.
    toml
        Whether values are written as TOML writes them, or as the cells of a CSV file.
    """
    for key in dict.fromkeys(key for table in tables for key in table["properties"]):
        having = [table for table in tables if key in table["properties"]]
        schema = having[0]["properties"][key]
        if _tables(schema, root):
            continue
        if "const" in schema and len(tables) > 1:
            yield f"`{key}`", "one of these", "needed", _kinds_told(having, key)
            continue
        text, absent = _described(schema, root, toml)
        if len(having) < len(tables):
            text = f"For {', '.join(table['properties']['kind']['const'] for table in having)}: {_small(text)}"
        needed = key in having[0].get("required", ())
        yield f"`{key}`", _value(schema, root), "needed" if needed else absent or _default(schema, toml), text


def _kinds_told(tables: list[Schema], key: str) -> str:
    """Return the words that tell several kinds of a table apart, each with what it means."""
    kinds = [table["properties"][key] for table in tables]
    return "; ".join(f"`{kind['const']}`: {_small(kind['description']).rstrip('.')}" for kind in kinds)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _described(schema: Schema, root: Schema, toml: bool) -> tuple[str, str]:
    """Return what a field is, with an example, and what holds if it is left out (empty where that is its default)."""
    found = _resolved(schema, root)
    text = " ".join(str(found.get("description", "")).split())
    absent = LEFT_OUT.search(text)
    text = LEFT_OUT.sub(".", text)
    kinds = _alternatives(schema, root)
    words = [f"`{word}`" for kind in kinds for word in kind.get("enum", kind.get("items", {}).get("enum", ()))]
    if not all(word in text for word in words):
        text = f"{text} One of {', '.join(words)}." if "enum" in kinds[0] else f"{text} Of {', '.join(words)}."
    is_day = any(kind.get("format") == "date" for kind in kinds)
    examples = [_written(example, toml and not is_day) for example in found.get("examples", ())]
    if examples and not any("enum" in kind for kind in kinds):
        text = f"{text} Example: {' or '.join(f'`{example}`' for example in examples)}."
    return text.strip(), absent[1] if absent else ""


def _value(schema: Schema, root: Schema) -> str:
    return " or ".join(dict.fromkeys(_kind(kind, root) for kind in _alternatives(schema, root)))


def _kind(kind: Schema, root: Schema) -> str:
    if "enum" in kind:
        return "word"
    if kind.get("type") == "array":
        inner = _value(kind["items"], root)
        return f"list of {inner}s"
    if isinstance(kind.get("type"), list):
        return " or ".join(WORDS[each] for each in kind["type"])
    if "additionalProperties" in kind:
        return f"{_value(kind['additionalProperties'], root)}, by name"
    word = FORMATS.get(kind.get("format", ""), kind.get("format") or WORDS.get(str(kind.get("type")), "value"))
    least, most = kind.get("minimum"), kind.get("maximum")
    if most is not None:
        return f"{word}, {least or 0:g}–{most:g}"
    if least is not None:
        return f"{word} from {least:g}"
    longest = kind.get("maxLength")
    return word if longest is None else f"{word}, up to {longest} characters"


def _default(schema: Schema, toml: bool) -> str:
    default = schema.get("default")
    if default is None or default in ("", [], {}):
        return NOTHING
    return f"`{_written(default, toml)}`" if isinstance(default, str) else _written(default, toml)


def _written(value: Any, toml: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"' if toml else value
    if isinstance(value, list):
        return f"[{', '.join(_written(each, toml) for each in value)}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_written(each, toml)}' for key, each in value.items())} }}"
    return f"{value:g}" if isinstance(value, float) else str(value)
