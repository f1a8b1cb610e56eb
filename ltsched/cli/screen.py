"""The two streams: results on stdout; progress, warnings and errors on stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from rich.console import Console, RenderableType
from rich.text import Text

from ltsched.cli.json_values import mistakes_json
from ltsched.domain.words.wording import harmless, plural, unrepeated
from ltsched.errors import Mistake, Notice

__all__ = ["FORMAT", "Screen", "forgive_encoding"]

FORMAT = 1
"""The version of all JSON that the command line writes."""

PIPE_WIDTH = 80


class PipeConsole(Console):
    """A console that goes quiet when its reader has gone (``ltsched plan … | head``)."""

    def on_broken_pipe(self) -> None:
        """Send all that would follow nowhere, so that the work is finished all the same."""
        self.quiet = True
        silence(self.file)


def silence(stream: IO[str]) -> None:
    """Send what is still in the buffer of `stream`, and all that follows, nowhere."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, stream.fileno())
    os.close(devnull)


def forgive_encoding() -> None:
    """Let a stream that cannot show a character show a question mark in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _console(*, stderr: bool) -> Console:
    terminal = (sys.stderr if stderr else sys.stdout).isatty()
    # No markup, no emoji codes, no highlighting: what people and files say is shown as it stands.
    return PipeConsole(
        stderr=stderr, markup=False, emoji=False, highlight=False, width=None if terminal else PIPE_WIDTH
    )


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a command shows what it has to say.

    Parameters
    ----------
    json
        Whether stdout gets one JSON document and nothing else.
    quiet
        Whether progress and warnings are left out.
    """

    json: bool = False
    quiet: bool = False
    out: Console = field(default_factory=lambda: _console(stderr=False))
    err: Console = field(default_factory=lambda: _console(stderr=True))

    def show(self, *renderables: RenderableType) -> None:
        """Show a part of the result; nothing where JSON is wanted."""
        if not self.json:
            for renderable in renderables:
                self.out.print(Text(harmless(renderable)) if isinstance(renderable, str) else renderable)

    def show_line(self, text: str) -> None:
        """Show a line that is never broken, because somebody may copy a path from it."""
        if not self.json:
            self.out.print(Text(harmless(text)), soft_wrap=True)

    def document(self, value: dict[str, Any]) -> None:
        """Write the one JSON document."""
        self.document_text(json.dumps({"format": FORMAT, **value}, ensure_ascii=False, indent=2))

    def document_text(self, text: str) -> None:
        """Write the one JSON document, which is text already."""
        try:
            self.out.file.write(text.rstrip("\n") + "\n")
            self.out.file.flush()
        except BrokenPipeError:
            self.out.on_broken_pipe()

    def tell(self, text: str) -> None:
        """Say on stderr what the user should know, unless they asked for quiet."""
        if not self.quiet:
            self._say(Text(harmless(text)))

    def warn(self, texts: Iterable[str]) -> None:
        """Say each warning once, unless the user asked for quiet."""
        if not self.quiet:
            for text in unrepeated(map(harmless, texts)):
                self._say(Text.assemble(("warning: ", "yellow"), text))

    def notices(self, notices: Iterable[Notice]) -> None:
        """Say each notice as a warning."""
        self.warn(notice.text for notice in notices)

    def written(self, folder: Path, paths: Iterable[Path]) -> None:
        """Say what was written into `folder`: files by their names, those in a folder below counted."""
        inside = [path.relative_to(folder) for path in paths]
        names = sorted(path.name for path in inside if path.parent == Path())
        below = Counter(path.parent for path in inside if path.parent != Path())
        counted = [f"{name}/ ({plural(count, 'file')})" for name, count in below.items()]
        self.show_line(f"Written to {folder}: {', '.join([*names, *counted])}")

    def error(self, text: str, *more: str) -> None:
        """Say what is wrong, and how to go on."""
        self._say(Text.assemble(("error: ", "bold red"), harmless(text)))
        for line in more:
            self._say(Text(harmless(line)))

    def failed(self, status: str, text: str) -> None:
        """Say that there is no result: as JSON on stdout, or else in words on stderr."""
        if self.json:
            self.document({"status": status, "message": text})
        else:
            self.error(text)

    def mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Say all the mistakes in the input: as JSON on stdout, or else in words on stderr."""
        if self.json:
            self.document({"status": "invalid", "mistakes": mistakes_json(mistakes)})
            return
        if len(mistakes) > 1:
            self._say(Text(f"{len(mistakes)} mistakes", style="bold red"))
        for mistake in mistakes:
            self.error(str(mistake))

    def _say(self, text: Text) -> None:
        # In a log a message is one line, however long; on a terminal it is broken between words.
        self.err.print(text, soft_wrap=not self.err.is_terminal)
