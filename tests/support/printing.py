"""What renderables and options the tests of reports share."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType

from ltsched.domain.option import Option
from ltsched.domain.review import Settings
from ltsched.options.template import read_option


def printed(renderable: RenderableType, width: int = 80) -> str:
    """Return what is shown on a plain console, blanks between words made one."""
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    with console.capture() as captured:
        console.print(renderable)
    return "\n".join(" ".join(row.split()) for row in captured.get().splitlines())


def option(name: str) -> Option:
    """Return a shipped option as it is."""
    found = read_option(name, Settings(), folder=None, known_ids=frozenset(), mistakes=[])
    assert found is not None
    return found
