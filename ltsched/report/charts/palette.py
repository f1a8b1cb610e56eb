"""The colours of pictures and pages, light and dark.

Letters can be read on all of them (WCAG AA), and whoever sees no red, green or blue can still tell the phases apart: by
how light they are, where not by their hue. No kind is told by its colour alone: each has a letter too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

__all__ = ["DARK", "LIGHT", "Theme", "ThemeName", "theme_of"]

ThemeName = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as ``#rrggbb``.

    No two are equal, so that a page can put a variable in the place of each and change them all at once.

    Parameters
    ----------
    surface, band, line
        The ground, every other row, and thin lines.
    text, muted
        Letters.
    accent
        Links, and what has the focus.
    on_bar
        Letters on bars.
    alert
        The deadline, and what is missing.
    opening, conversations, analysis, joint, audits, other, report
        The phases.
    """

    surface: str
    band: str
    line: str
    text: str
    muted: str
    accent: str
    on_bar: str
    alert: str
    opening: str
    conversations: str
    analysis: str
    joint: str
    audits: str
    other: str
    report: str

    def colours(self) -> Iterator[tuple[str, str]]:
        """Yield the names, with hyphens, and the colours."""
        for field in fields(self):
            yield field.name.replace("_", "-"), getattr(self, field.name)


LIGHT = Theme(
    surface="#ffffff",
    band="#f4f6f8",
    line="#cfd5db",
    text="#1b2026",
    muted="#59626d",
    accent="#0068a5",
    on_bar="#fefefe",
    alert="#b00020",
    opening="#6c16b6",
    conversations="#1f4085",
    analysis="#1e7f4f",
    joint="#782208",
    audits="#77710f",
    other="#15181c",
    report="#8a2f5c",
)
DARK = Theme(
    surface="#14181d",
    band="#1c2229",
    line="#3a434d",
    text="#e8ebee",
    muted="#a9b3bd",
    accent="#62b8ee",
    on_bar="#0c0f12",
    alert="#ff8a8f",
    opening="#a674ee",
    conversations="#9dc1f4",
    analysis="#3ce98f",
    joint="#ea6142",
    audits="#e1c51a",
    other="#f2f2f2",
    report="#d16c97",
)


def theme_of(name: ThemeName) -> Theme:
    """Return the theme of that name; KeyError if there is none."""
    return {"light": LIGHT, "dark": DARK}[name]
