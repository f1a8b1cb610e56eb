"""`ltsched schema`: what may stand in a document, as JSON Schema."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag
from ltsched.cli.screen import Screen
from ltsched.validation.schema import json_schema

__all__ = ["schema"]

DocumentArgument = Annotated[
    Literal["review", "option", "timetable", "explanation"], typer.Argument(metavar="DOCUMENT", help="Which document.")
]


def schema(document: DocumentArgument, debug: DebugFlag = False) -> int:
    """Write what may stand in a document as JSON Schema, for editors that help to fill it in."""
    Screen(json=True).document_text(json.dumps(json_schema(document), ensure_ascii=False, indent=2))
    return ExitCode.DONE
