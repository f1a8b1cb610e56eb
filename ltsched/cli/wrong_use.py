"""A command that was typed wrongly: one clear message, with what was perhaps meant."""

from __future__ import annotations

import re
from typing import Any

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
    error.message = _refused(error) or error.message
    text = re.sub(r"\s+", " ", error.format_message()).strip()
    text = text.partition(" (Possible options:")[0].partition(" Did you mean '")[0].rstrip(".")
    wrong, candidates = _near(error)
    hint = did_you_mean(wrong, candidates) if wrong else ""
    text = f"{text[:1].lower()}{text[1:]}"
    if hint:
        return f"{text}. {hint}"
    return text if text.endswith(("?", ".")) else f"{text}."


def _refused(error: typer.TyperException) -> str:
    """Return what is wrong with a value for which there is a range or a choice of words; empty for any other."""
    taken = getattr(getattr(error, "param", None), "type_descriptor", None)
    found: list[dict[str, Any]] = getattr(error.__cause__, "errors", list)()
    if taken is None or not found:
        return ""
    given = found[0]["input"]
    if taken.is_ranged:
        limits = taken.parameter_info
        return f"{given!r} is not a whole number from {limits.min} to {limits.max}"
    if taken.is_choice:
        *words, last = [str(getattr(choice, "value", choice)) for choice in taken.choices]
        expected = f"expected {', '.join(words)} or {last}"
        return f"{given!r} is not known; {expected}. {did_you_mean(given, [*words, last])}".rstrip()
    return ""


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
