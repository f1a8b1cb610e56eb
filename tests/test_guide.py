"""The guide: it is whole, it is true, and it can be read on a small screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from ltsched.cli.app import run
from ltsched.cli.exit_codes import ExitCode
from ltsched.domain.stages.table import WORDS
from ltsched.guide import TOPICS, about, read_topic
from ltsched.report.screen.guide_page import GuidePage
from tests.support.field_tables import GUIDE, ROOTS, filled, marks, schema_of
from tests.support.schema_rows import Schema, field_rows, table_at

COLUMNS = 80
ABOUT_COLUMNS = 63
CODE_COLUMNS = 76


def on_screen(topic: str, columns: int = COLUMNS) -> str:
    console = Console(width=columns, force_terminal=True, color_system=None, highlight=False)
    with console.capture() as capture:
        console.print(GuidePage(read_topic(topic)))
    return capture.get()


def code_blocks(topic: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", read_topic(topic), re.MULTILINE | re.DOTALL)


def test_every_page_is_a_topic() -> None:
    """Nothing is shipped that cannot be asked for, and nothing can be asked for that is not there."""
    assert sorted(TOPICS) == sorted(page.stem for page in GUIDE.glob("*.md"))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_begins_with_what_it_is_about(topic: str) -> None:
    """The list of topics shows that line, so it is one that fits beside the name."""
    title, empty, line, other = read_topic(topic).splitlines()[:4]
    assert title.startswith("# ")
    assert (empty, other) == ("", "")
    assert about(topic) == line
    assert len(line) <= ABOUT_COLUMNS


@pytest.mark.parametrize("columns", [60, COLUMNS, 140])
@pytest.mark.parametrize("topic", TOPICS)
def test_it_fits_on_the_screen(topic: str, columns: int) -> None:
    """No line is broken by the terminal."""
    assert max(map(len, on_screen(topic, columns).splitlines())) <= columns


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_typed_is_never_broken(topic: str) -> None:
    """A key of a table of fields can be copied from a screen of 80 columns."""
    shown = on_screen(topic)
    for key in re.findall(r"^\| `([\w-]+)` \|", read_topic(topic), re.MULTILINE):
        assert re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", shown), key


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_copied_is_never_broken(topic: str) -> None:
    """A line of an example stays one line on a screen of 80 columns."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", read_topic(topic), re.MULTILINE | re.DOTALL)
    assert [line for block in blocks for line in block.splitlines() if len(line) > CODE_COLUMNS] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_the_tables_of_fields_are_current(topic: str) -> None:
    """After a change of what is read: ``python -m tests.support.field_tables``."""
    text = (GUIDE / f"{topic}.md").read_text(encoding="utf-8")
    assert filled(text) == text


def tables_of(document: Schema, keys: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the marks of all tables in a document: ``option``, ``option order`` and so on."""
    tables = table_at(document, list(keys))
    if any(True for _ in field_rows(tables, document, toml=True)):
        yield " ".join(keys)
    for key in {key for table in tables for key in table["properties"]}:
        if any(table_at(document, [*keys, key])):
            yield from tables_of(document, (*keys, key))


def test_every_field_is_told_somewhere() -> None:
    """Each table of review.toml and of an option file has its rows in the guide, once."""
    marked = [mark for topic in TOPICS for mark in marks(GUIDE / f"{topic}.md")]
    assert len(set(marked)) == len(marked)
    wanted = {f"{root} {way}".strip() for root in ROOTS for way in tables_of(schema_of(root))}
    # Told once: what a review and an option have in common, and the numbers in a page of their own.
    same = {f"{root} {way}" for root in ("review", "option") for way in ("activity", "activity panel")}
    same |= {"review order", "review customise", "option numbers", "explanation cures also changes"}
    assert wanted - same <= {*marked}


def test_the_stages_are_told_in_their_order() -> None:
    """The names that [stages] takes are in the guide, in the usual order."""
    section = read_topic("folder").split("### [stages]")[1]
    assert ", ".join(f"`{name}`" for name in WORDS) in " ".join(section.split())


def test_every_flag_of_replan_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """One table has them all, and no other."""
    assert run(["replan", "--help"]) == ExitCode.DONE
    flags = set(re.findall(r"^ +(?:-\w, )?(--[\w-]+)", capsys.readouterr().out, re.MULTILINE)) - {"--help"}
    table = read_topic("invitations").split("## After a change")[1].split("|---|---|")[1]
    told = {flag for row in table.splitlines() for flag in re.findall(r"`(--[\w-]+)", row.split(" | ")[0])}
    assert told == flags


@pytest.mark.parametrize("topic", TOPICS)
def test_what_it_refers_to_is_there(topic: str) -> None:
    """Every command and every topic that it names can be typed."""
    text = read_topic(topic)
    for name in re.findall(r"\bltsched guide ([\w-]+)", text):
        assert name in TOPICS, name
    typed = "\n".join((*code_blocks(topic, ""), *re.findall(r"`([^`\n]+)`", text)))
    for command in set(re.findall(r"^ltsched ([a-z][a-z-]*)", typed, re.MULTILINE)):
        assert run([command, "--help"]) == ExitCode.DONE, command


def test_the_option_of_ones_own_runs(tmp_path: Path) -> None:
    """The example is an option file that plans, and what it changes is in the timetable."""
    (example,) = (block for block in code_blocks("own-options", "toml") if block.startswith("# rapid.toml"))
    folder = tmp_path / "my-review"
    assert run(["new", str(folder), "--option", "focused", "--commissioned", "2027-01-11", "-q"]) == ExitCode.DONE
    (folder / "rapid.toml").write_text(example, encoding="utf-8")
    assert run(["plan", str(folder), "--option", "rapid.toml", "-q"]) == ExitCode.DONE
    planned = (folder / "out" / "timetable.json").read_text(encoding="utf-8")
    for word in ("board-briefing", "First call", "Summary for the family"):
        assert f'"{word}"' in planned


def test_the_meeting_of_ones_own_runs(tmp_path: Path) -> None:
    """The tables for the end of a review.toml are understood there."""
    first, second, *_ = code_blocks("own-options", "toml")
    folder = tmp_path / "my-review"
    assert run(["new", str(folder), "--option", "mid-range", "--commissioned", "2027-01-11", "-q"]) == ExitCode.DONE
    with (folder / "review.toml").open("a", encoding="utf-8") as file:
        file.write(first + second)
    assert run(["check", str(folder), "-q"]) == ExitCode.DONE
