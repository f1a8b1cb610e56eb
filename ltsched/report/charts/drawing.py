"""How figures are made and written: the same bytes for the same figure, and no state of matplotlib's is touched."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["POINTS", "Picture", "as_png", "as_svg", "drawing", "panel", "pictures_of"]

Picture = Literal["png", "svg"]
"""The forms in which charts are written for documents."""

PICTURE_DOTS_PER_INCH = 200

POINTS = 72
"""Points to an inch: figures are measured in points."""

SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "ltsched",  # ids that depend on the contents alone
    "svg.fonttype": "none",  # text stays text: it can be searched, and read aloud
    "text.parse_math": False,  # a dollar in a name is a dollar
    "text.usetex": False,
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],  # comes with matplotlib, so texts are measured alike everywhere
    "path.simplify": False,
}
MEASURED_FONTS = "'DejaVu Sans', sans-serif"
FONTS = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


@contextmanager
def drawing() -> Iterator[None]:
    """Give matplotlib our settings for a while, whatever stands in somebody's matplotlibrc."""
    import matplotlib
    from matplotlib import rc_context, rcdefaults

    with rc_context(), warnings.catch_warnings():
        # A font without a character of some name draws a box: no reason to fail, nor to tell the reader of a page.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        yield


def panel(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Return axes at a place of `figure`, in points from its upper left corner, without frame and ticks.

    Its y axis goes down, in points from its upper edge.
    """
    whole, high = (float(size) * POINTS for size in figure.get_size_inches())
    axes = figure.add_axes((left / whole, 1 - (top + height) / high, width / whole, height / high))
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return axes


def as_svg(figure: Figure) -> str:
    """Return the figure as the text of an SVG file; equal figures give equal texts."""
    out = io.BytesIO()
    with drawing():
        figure.savefig(out, format="svg", metadata=NO_METADATA)
    return out.getvalue().decode().replace(MEASURED_FONTS, FONTS)


def as_png(figure: Figure, dots_per_inch: int = 150) -> bytes:
    """Return the figure as the bytes of a PNG file.

    Parameters
    ----------
    dots_per_inch
        150 suits a screen, 300 a print.
    """
    out = io.BytesIO()
    with drawing():
        figure.savefig(out, format="png", dpi=dots_per_inch, metadata={"Software": None})
    return out.getvalue()


def pictures_of(figures: Mapping[str, Callable[[], Figure]], forms: Collection[Picture]) -> dict[str, bytes]:
    """Return each figure in each of `forms`, by the name of its file; without forms nothing is drawn."""
    return {
        f"{name}.{form}": as_svg(figure).encode() if form == "svg" else as_png(figure, PICTURE_DOTS_PER_INCH)
        for name, draw in (figures.items() if forms else ())
        for figure in (draw(),)
        for form in forms
    }
