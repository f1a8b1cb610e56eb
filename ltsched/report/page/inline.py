"""A picture as a part of a page: its colours follow the theme of the page, and it can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree

from ltsched.domain.words.wording import harmless
from ltsched.report.charts.palette import LIGHT

__all__ = ["inline_svg"]

VARIABLES = {colour: f"var(--{name})" for name, colour in LIGHT.colours()}


def inline_svg(svg: str, prefix: str, *, title: str, description: str, tips: Mapping[str, str] | None = None) -> str:
    """Return a picture of the light theme as it stands in a page: markup in which every text is escaped.

    Each colour becomes the variable of the page for it, so one picture serves the light and the dark theme and the
    print.

    Parameters
    ----------
    svg
        The text of an SVG file, drawn in the light theme.
    prefix
        Put before every id, so that several pictures of a page keep apart.
    title, description
        What is read aloud in its place.
    tips
        What is shown when somebody points at the part with an id (without the prefix).
    """
    root = ElementTree.fromstring(svg)
    for parent in root.iter():
        for child in [child for child in parent if _local(child.tag) in ("metadata", "style")]:
            parent.remove(child)
    for element in root.iter():
        _adapt(element, prefix)
    parts = {element.get("id"): element for element in root.iter()}
    for id, tip in (tips or {}).items():
        _put_first(parts[f"{prefix}{id}"], "title", tip)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    _put_first(root, "desc", description).set("id", f"{prefix}desc")
    _put_first(root, "title", title).set("id", f"{prefix}title")
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}title {prefix}desc")
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)


def _adapt(element: ElementTree.Element, prefix: str) -> None:
    """Leave out the namespaces, which HTML knows by itself; put in prefixes and variables."""
    element.tag = _local(element.tag)
    attributes = {_local(name): value for name, value in element.attrib.items()}
    element.attrib.clear()
    for name, value in attributes.items():
        if name == "id":
            value = f"{prefix}{value}"
        elif name == "href":
            value = value.replace("#", f"#{prefix}", 1)
        elif name == "style":
            value = re.sub(r"#[0-9a-f]{6}", lambda found: VARIABLES.get(found[0], found[0]), value)
        value = value.replace("url(#", f"url(#{prefix}")
        element.set(name, value)
    if element.tag == "svg":
        element.attrib.pop("version", None)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _put_first(element: ElementTree.Element, tag: str, text: str) -> ElementTree.Element:
    child = ElementTree.Element(tag)
    child.text = harmless(text)
    element.insert(0, child)
    return child
