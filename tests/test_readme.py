"""What the README shows is what happens."""

from __future__ import annotations

import contextlib
import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ltsched.cli.app import run
from ltsched.cli.exit_codes import ExitCode
from ltsched.domain.timetable import Status
from ltsched.guide import read_topic
from tests.support.excerpts import is_excerpt
from tests.support.issued import planned, reply

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MOST_LINES = 150
CI_RUN = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def set_up_commands() -> list[str]:
    return [line for block in blocks("sh") for line in block.splitlines() if line.startswith("python3 -m venv")]


@pytest.fixture
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where the README stands, with nothing around that changes width or colours."""
    monkeypatch.chdir(ROOT)
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("at_the_root")
def test_the_run_that_is_shown_is_what_comes_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The shown run is repeated, and every line is the same; only the folder that it writes to is another.

    Lines that are left out are marked by "…".

    After a change that is meant, put into the README what the command prints.
    """
    (shown,) = [block for block in blocks("") if block.startswith("$ ltsched plan ")]
    command, *lines = shown.splitlines()
    arguments = command.removeprefix("$ ltsched ").split()
    # A proof needs two seconds; a busy machine may take its time.
    assert run([*arguments, "--out", str(tmp_path), "--time-limit", "3600"]) == ExitCode.DONE
    said = capsys.readouterr()
    printed = said.out.replace(str(tmp_path), f"{arguments[-1]}/out")
    assert is_excerpt(lines, [line.rstrip() for line in printed.splitlines()])
    (warning,) = said.err.splitlines()
    assert warning.startswith("warning: the hold on the review, 10–14 May 2027 (inquest), takes 5 working days")


@pytest.mark.usefixtures("at_the_root")
def test_the_library_example_runs() -> None:
    """The example is ten lines that run as they stand, and it prints every stage and every booking."""
    (example,) = blocks("python")
    assert len(example.splitlines()) == 10
    names: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(example, "README.md", "exec"), names)  # what it says is the point of the test
    timetable = getattr(names["result"], "timetable")  # noqa: B009 -- the example's names have no types here
    assert timetable.status is Status.OPTIMAL
    for word in [*(stage.name for stage in timetable.stages), *(booking.activity for booking in timetable.bookings)]:
        assert word in printed.getvalue()


def test_it_is_short() -> None:
    """What is looked up stands in the guide."""
    assert README.count("\n") <= MOST_LINES


def test_windows_is_told_the_same() -> None:
    """The lines for PowerShell do what the line for other systems does."""
    (windows,) = blocks("powershell")
    plan_command, _ = set_up_commands()
    same = plan_command.replace("python3 ", "py -3 ").replace(".venv/bin/", ".venv/Scripts/").replace("/", "\\")
    assert windows.splitlines() == same.split(" && ")


def test_two_lines_set_everything_up() -> None:
    """One line plans a shipped scenario, one runs the tests; both start from a new environment."""
    plan_command, test_command = set_up_commands()
    scenario = plan_command.rpartition(" ")[2]
    assert plan_command.endswith(f".venv/bin/ltsched plan {scenario}")
    assert (ROOT / scenario / "review.toml").is_file()
    assert test_command.endswith(".venv/bin/pytest")


@pytest.mark.parametrize("number", [0, 1])
def test_ci_runs_the_lines_of_the_readme(number: int) -> None:
    """The patterns by which .ci/run takes its commands from the README find those two."""
    patterns = re.findall(r"grep -m1 '(.*?)' README\.md", CI_RUN)
    matching = [line for line in README.splitlines() if re.match(patterns[number], line)]
    assert matching == [set_up_commands()[number]]


@pytest.mark.usefixtures("at_the_root")
def test_the_way_to_a_review_of_ones_own_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`new`, `check` and `plan` run one after another, and write what the README says; on any day of the year."""
    monkeypatch.chdir(tmp_path)
    new, check, plan = next(block for block in blocks("sh") if "ltsched new" in block).splitlines()
    for line in (f"{new} --option focused --commissioned 2027-01-11", check, plan):
        assert run(line.removeprefix("ltsched ").split()) == ExitCode.DONE, line
    written = {path.name for path in (tmp_path / "my-review" / "out").iterdir()}
    assert written == {"timetable.csv", "timetable.json", "timetable.xlsx", "calendars"}
    for name in written:
        assert f"`{name}" in README
        assert f"| `{name}" in read_topic("results")


@pytest.mark.usefixtures("at_the_root")
def test_what_follows_the_plan_works_in_the_order_in_which_it_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Compare, report, invite, record, look at a new plan: each does what the README says. Two options are quick."""
    planned(tmp_path / "my-review", "focused")
    monkeypatch.chdir(tmp_path)
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("ltsched ")]
    compare, report, invite, replies, replan = lines[3:]
    for line in (f"{compare} --option focused --option mid-range --processes 1", report, invite):
        assert run(line.removeprefix("ltsched ").split()) == ExitCode.DONE, line
    written = {path.name for path in (tmp_path / "my-review" / "out").iterdir()}
    assert {"comparison.xlsx", "comparison.csv", "comparison.json", "report.html", "invitations"} <= written
    request = next((tmp_path / "my-review" / "out" / "invitations" / "001").glob("*.ics"))
    reply(request, "ACCEPTED", tmp_path / replies.split()[-1], at=datetime(2027, 1, 1, tzinfo=UTC))
    for line in (replies, replan):
        assert run(line.removeprefix("ltsched ").split()) == ExitCode.DONE


@pytest.mark.parametrize("text", [README, read_topic("results")], ids=["README", "guide"])
def test_every_status_and_exit_code_is_told(text: str) -> None:
    """The table has each status and the exit code that goes with it."""
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (\d) \|$", text, re.MULTILINE))
    assert rows == {
        Status.OPTIMAL: str(int(ExitCode.DONE)),
        Status.FEASIBLE: str(int(ExitCode.DONE)),
        Status.INFEASIBLE: str(int(ExitCode.IMPOSSIBLE)),
        Status.UNKNOWN: str(int(ExitCode.NOTHING_FOUND)),
    }


def test_every_link_leads_somewhere() -> None:
    """A link to a file of the project leads to one that is there."""
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
