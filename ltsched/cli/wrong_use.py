"""A command that was typed wrongly: one clear message, with what was perhaps meant."""

from __future__ import annotations

import re

import typer

from ltsched.cli.screen import Screen
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake

__all__ = ["wrong_use"]


def wrong_use(error: typer.TyperException, screen: Screen) -> None:
    """Say what is wrong with the command that was typed."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "ltsched"
    said = _said(error)
    if screen.json:
        screen.mistakes([Mistake("", "command line", said, "", f"Try {command} --help.")])
    else:
        screen.error(said, f"Try: {command} --help")


def _said(error: typer.TyperException) -> str:
    """Return the message of typer, with its several ways to hint at what was meant made one."""
    text = re.sub(r"\s+", " ", error.format_message()).strip()
    text = text.partition(" (Possible options:")[0].partition(" Did you mean '")[0].rstrip(".")
    wrong, candidates = _near(error)
    hint = did_you_mean(wrong, candidates) if wrong else ""
    text = f"{text[:1].lower()}{text[1:]}"
    if hint:
        return f"{text}. {hint}"
    return text if text.endswith(("?", ".")) else f"{text}."


def _near(error: typer.TyperException) -> tuple[str, list[str]]:
    """Return the wrong word, and the words that would have been right, where typer tells both."""
    context = getattr(error, "ctx", None)
    option = getattr(error, "option_name", None)
    if isinstance(option, str) and context is not None:
        return option, [name for parameter in context.command.params for name in parameter.opts]
    found = re.match(r"No such command '(.*?)'", error.format_message())
    if found and context is not None:
        return found[1], list(context.command.list_commands(context))
    return "", []
