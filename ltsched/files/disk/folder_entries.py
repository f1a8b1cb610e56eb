"""What lies in a scenario folder: the files that are read, and those that look as if they should be."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ltsched.domain.words.file_names import BUSY_FILE, CALENDARS, LEDGER_FILE, PEOPLE_FILE, REVIEW_FILE, ROOMS_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.words.wording import first_of
from ltsched.errors import Mistake, Notice
from ltsched.validation.mistake_limit import enough
from ltsched.validation.shown import shown

__all__ = [
    "calendar_files",
    "check_entries",
    "leads_out",
]

NEEDED = (REVIEW_FILE, PEOPLE_FILE)
KNOWN = (*NEEDED, ROOMS_FILE, BUSY_FILE, CALENDARS)
# What ltsched writes itself, what explains the folder, and options of the user's own.
EXPECTED_NAMES = frozenset({"out", LEDGER_FILE})
EXPECTED_ENDINGS = (".toml", ".html", ".md")
MOST_NAMED = 10
# What systems and programs leave behind.
LEFT_BEHIND = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r", "__macosx"})


def check_entries(folder: Path, mistakes: list[Mistake], notices: list[Notice]) -> frozenset[str]:
    """Look at what lies in `folder` and return the names in it.

    Missing files that a review needs are mistakes, and so are entries that stand where a missing one was meant
    (``People.csv``, ``people.xlsx``, ``calendar``). Other entries that nothing reads get a notice.
    """
    names = sorted(entry.name for entry in folder.iterdir())
    present = frozenset(names)
    missing = [name for name in KNOWN if name not in present]
    unread: list[str] = []
    meant: dict[str, str] = {}
    for name in names:
        if name in KNOWN or _passed_over(name):
            continue
        if name.casefold().endswith(".ics"):
            found = "it is not read here"
            mistakes.append(Mistake(name, "", found, f"calendars stand in the folder {CALENDARS}"))
            continue
        target = _meant(name, missing)
        if target is not None:
            meant.setdefault(target, name)
        elif name.casefold() in KNOWN:
            found = f"it differs from {name.casefold()} only in capitals"
            mistakes.append(Mistake(name, "", found, "expected one of the two"))
        elif not _expected(name):
            unread.append(name)
    for target in missing:
        if target in meant:
            mistakes.append(_mistake(meant[target], target))
        elif target in NEEDED:
            mistakes.append(Mistake(target, "", "missing", f"every review has {' and '.join(NEEDED)}"))
    if unread:
        names = [name if name.isprintable() else shown(name) for name in unread]
        notices.append(Notice(f"not read: {first_of(names, MOST_NAMED)}"))
    return present


def _mistake(name: str, target: str) -> Mistake:
    hint = f'Did you mean "{target}"?'
    same_stem = Path(name).stem.casefold() == Path(target).stem
    if same_stem and target.endswith(".csv") and not name.casefold().endswith(".csv"):
        return Mistake(name, "", "it is not read", f"expected the table as {target}", f"Save it as CSV. {hint}")
    return Mistake(name, "", "it is not read", f"expected {target}", hint)


def _meant(name: str, missing: Collection[str]) -> str | None:
    """Return the missing entry that `name` looks like, or None."""
    if _expected(name) and name.casefold() != REVIEW_FILE and REVIEW_FILE not in missing:
        return None
    for target in missing:
        if name.casefold() == target or Path(name).stem.casefold() == Path(target).stem:
            return target
        if did_you_mean(name, [target]) and _alike(name, target):
            return target
    return None


def _alike(name: str, target: str) -> bool:
    """Return whether both have the same ending and nearly the same stem."""
    a, b = Path(name), Path(target)
    return a.suffix.casefold() == b.suffix and bool(did_you_mean(a.stem, [b.stem]))


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in LEFT_BEHIND


def _expected(name: str) -> bool:
    folded = name.casefold()
    return folded in EXPECTED_NAMES or folded.endswith(EXPECTED_ENDINGS) or folded.startswith("readme")


def leads_out(path: Path, folder: Path) -> bool:
    """Return whether `path` is a link (or lies behind one) that leads out of `folder`; one that leads nowhere does."""
    try:
        return not path.resolve(strict=True).is_relative_to(folder.resolve(strict=True))
    except (OSError, RuntimeError):
        return True


def calendar_files(
    folder: Path, known_ids: Collection[str] | None, mistakes: list[Mistake]
) -> dict[str, tuple[Path, str]]:
    """Return the calendar of each id as its path and its name relative to `folder`, in the order of the names.

    A calendar of nobody, a folder, a link that leads out and any other kind of file are mistakes. `known_ids` None
    means that any id will do.
    """
    found: dict[str, tuple[Path, str]] = {}
    directory = folder / CALENDARS
    if leads_out(directory, folder) or not directory.is_dir():
        mistakes.append(
            Mistake(CALENDARS, "", "not a folder here", f"expected a folder with <id>.ics, or no {CALENDARS}")
        )
        return found
    try:
        paths = sorted(directory.iterdir())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        mistakes.append(Mistake(CALENDARS, "", f"it cannot be read ({reason})", "expected a readable folder"))
        return found
    for path in paths:
        if enough(mistakes):
            break
        if _passed_over(path.name):
            continue
        relative = f"{CALENDARS}/{path.name}"
        fault = _calendar_fault(path, folder, known_ids, found)
        if fault is None:
            found[path.stem] = (path, relative)
        else:
            mistakes.append(Mistake(relative, "", *fault))
    return found


def _calendar_fault(
    path: Path, folder: Path, known_ids: Collection[str] | None, found: Collection[str]
) -> tuple[str, str, str] | None:
    """Return what is wrong with a calendar file: what it is, what is expected, and a hint."""
    if leads_out(path, folder):
        return "it is a link that leads out of the folder", "expected the file itself", ""
    if path.is_dir():
        return "it is a folder", f"expected only <id>.ics in {CALENDARS}", ""
    if path.suffix.casefold() != ".ics":
        return "it is no .ics file", f"expected only <id>.ics in {CALENDARS}", "Export the calendar as iCalendar."
    if known_ids is not None and path.stem not in known_ids:
        expected = f"expected the id of a person or room, as {PEOPLE_FILE} and {ROOMS_FILE} have it"
        return f"nobody has the id {shown(path.stem)}", expected, did_you_mean(path.stem, known_ids)
    if path.stem in found:
        return f"a second calendar of {path.stem}", "expected one file for each id", ""
    return None
