"""A scenario folder, read and checked as a whole."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.invitations.standing_answers import declined_times, told_days
from ltsched.domain.option import Option
from ltsched.domain.people import Person, Role
from ltsched.domain.review import FamilyApproach, Hold, Review, Settings
from ltsched.domain.words.file_names import BUSY_FILE, CALENDARS, LEDGER_FILE, PEOPLE_FILE, REVIEW_FILE, ROOMS_FILE
from ltsched.domain.working_days import WorkingDays
from ltsched.errors import InvalidReview, Mistake, Notice
from ltsched.files.disk.folder_entries import calendar_files, check_entries, leads_out
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.files.review.bank_holidays import bank_holidays
from ltsched.files.review.busy_table import read_busy
from ltsched.files.review.diaries import calendar_notices, merged, owners, read_calendars, told_of_calendars
from ltsched.files.review.freed_notices import freed_in_vain
from ltsched.files.review.over import read_over
from ltsched.files.review.people_notices import lead_reviewer_notices
from ltsched.files.review.people_table import PeopleTable, read_people
from ltsched.files.review.review_toml import ReviewFile, read_review_toml
from ltsched.files.review.rooms_table import read_rooms
from ltsched.files.review.when import When
from ltsched.options.expand import with_what_is_over
from ltsched.options.span import review_span
from ltsched.options.template import read_option, shipped_options
from ltsched.validation.mistake_limit import enough, told

__all__ = ["read_review_folder", "reading_window"]

logger = logging.getLogger(__name__)

FILE_ORDER = (REVIEW_FILE, PEOPLE_FILE, ROOMS_FILE, BUSY_FILE)
ONE_DAY = timedelta(days=1)
LEAST_READ = timedelta(weeks=104)
LEAST_AFTER_SPAN = timedelta(weeks=8, days=60)
MOST_HELD_DAYS = 10 * 366
YEARS_AFTER = 2  # of bank holidays, for milestones that move
DAYS_AWAY = ("draft-report-working-days", "comments-working-days", "response-working-days")


def read_review_folder(
    folder: Path,
    option: str | None = None,
    *,
    starts: Sequence[date] = (),
    until: date | None = None,
    strict: bool = False,
    when: When | None = None,
) -> Review:
    """Read a scenario folder.

    Parameters
    ----------
    folder
        The folder: review.toml and people.csv, and where there are rooms.csv, busy.csv and calendars/<id>.ics.
    option
        Takes the place of the option that review.toml names: the name of a shipped one, or the path of a .toml
        beside review.toml. None for the option of review.toml.
    starts
        Further days on which the review might be commissioned: calendars and bank holidays are read for them, too.
    until
        Read calendars at least up to this day; None for as far as the option of the review needs them.
    strict
        Whether what is not understood of an entry of a calendar is a mistake; otherwise a notice tells what was
        assumed.
    when
        On which day it is planned; None for the one of review.toml, or else no matter when, with nothing over.

    Returns
    -------
    Review
        With everything that was read, and notices of what should be known.

    Raises
    ------
    InvalidReview
        With every mistake in the folder, in the order of files and lines.
    """
    mistakes: list[Mistake] = []
    notices: list[Notice] = []
    review = _read(folder, option, starts, until, when or When(), mistakes, notices, strict=strict)
    if review is None or mistakes:
        raise InvalidReview(told(sorted(mistakes, key=_place)))
    logger.info("read %s: %d people, %d rooms", folder, len(review.people), len(review.rooms))
    return review


def _read(
    folder: Path,
    option: str | None,
    starts: Sequence[date],
    until: date | None,
    when: When,
    mistakes: list[Mistake],
    notices: list[Notice],
    *,
    strict: bool,
) -> Review | None:
    """Read everything; None where mistakes leave nothing to make a review of."""
    present = _present(folder, mistakes, notices)
    if present is None:
        return None
    table = (
        read_people(folder / PEOPLE_FILE, mistakes, notices) if PEOPLE_FILE in present else PeopleTable(readable=False)
    )
    rooms = read_rooms(folder / ROOMS_FILE, table, mistakes, notices) if ROOMS_FILE in present else ()
    people = table.people if table.readable else None
    if people is not None:
        _check_leads(people, mistakes, notices)
    if enough(mistakes) or REVIEW_FILE not in present:
        return None
    file = read_review_toml(folder / REVIEW_FILE, people, option, mistakes, notices, rooms)
    if file is None or enough(mistakes):
        return None
    found = _option(file, folder, people, mistakes)
    known = None if people is None or rooms is None else dict.fromkeys([*table.lines, *(room.id for room in rooms)])
    # Without a day of commissioning any window will do: it is only looked for mistakes.
    begun = [reading_window(day, found, file.holds) for day in (file.commissioned or date(2027, 1, 1), *starts)]
    ends = [end for _, end in begun] + ([until] if until is not None else [])
    window = min(first for first, _ in begun), max(ends)
    zone = file.timezone
    busy = read_busy(folder / BUSY_FILE, known, window, zone, mistakes, notices) if BUSY_FILE in present else {}
    calendars = calendar_files(folder, known, mistakes) if CALENDARS in present else {}
    ledger = _ledger(folder, file, mistakes) if LEDGER_FILE in present else None
    whose = owners(people or (), rooms or (), file.calendars, ledger)
    readings = read_calendars(calendars, window, zone, whose, mistakes, strict=strict)
    diaries = merged({id: reading.diary for id, reading in readings.items()}, busy)
    if mistakes or people is None or found is None or file.commissioned is None:
        return None
    today = when.day(file)
    over = read_over(when, file, found, people, rooms or (), ledger or Ledger(file.reference), notices)
    notices += _family_notices(file, people)
    notices += calendar_notices(people, rooms or (), diaries)
    review = Review(
        reference=file.reference,
        option=found,
        kind=file.kind,
        commissioned=file.commissioned,
        deadline=file.deadline,
        timezone=file.timezone,
        region=file.region,
        organiser=file.organiser,
        people=people,
        rooms=rooms or (),
        diaries=diaries,
        holidays=bank_holidays(file.region, range(window[0].year, window[1].year + YEARS_AFTER + 1)),
        family=file.family,
        holds=file.holds,
        audits=file.audits,
        focused_reviews=file.focused_reviews,
        settings=file.settings,
        stages=file.stages,
        folder=folder,
        diaries_until=window[1],
        today=today,
        rehearsal=file.today is not None,
        over=over,
        told_days=told_days(ledger or Ledger(file.reference), today),
        declined=declined_times(ledger or Ledger(file.reference)),
        settled=file.settled,
        windows=file.windows,
        costs=file.costs,
        importance=file.importance,
    )
    notices += freed_in_vain(review)
    review = with_what_is_over(review)
    end = review_span(review, found, WorkingDays(review.holidays)).horizon_end
    notices += told_of_calendars(readings, calendars, whose, (file.commissioned, end), today)
    return replace(review, notices=tuple(notices))


def _present(folder: Path, mistakes: list[Mistake], notices: list[Notice]) -> frozenset[str] | None:
    """Return the names in the folder without those that cannot be read; None if it is no folder."""
    try:
        if not folder.is_dir():
            found = "it is not a folder" if folder.exists() else "it does not exist"
            mistakes.append(Mistake(str(folder), "", found, f"expected a folder with {REVIEW_FILE} and {PEOPLE_FILE}"))
            return None
        present = check_entries(folder, mistakes, notices)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
        mistakes.append(Mistake(str(folder), "", f"it cannot be read ({reason})", "expected a readable folder"))
        return None
    outside = {name for name in FILE_ORDER if name in present and leads_out(folder / name, folder)}
    for name in sorted(outside):
        mistakes.append(Mistake(name, "", "it is a link that leads out of the folder", "expected the file itself"))
    return present - outside


def _option(file: ReviewFile, folder: Path, people: Sequence[Person] | None, mistakes: list[Mistake]) -> Option | None:
    settings = file.settings
    if file.option is None or not (file.option in shipped_options() or file.option.endswith(".toml")):
        # The numbers are the same words in every option: check them though the option is not known.
        read_option(
            shipped_options()[0], Settings(settings.customise), folder=None, known_ids=frozenset(), mistakes=mistakes
        )
    if file.option is None:
        return None
    if people is None:  # whom they name cannot be known: leave out what would only look wrong
        settings = Settings(customise=settings.customise)
    known_ids = frozenset(person.id for person in people or ())
    return read_option(file.option, settings, folder=folder, known_ids=known_ids, mistakes=mistakes)


def _ledger(folder: Path, file: ReviewFile, mistakes: list[Mistake]) -> Ledger | None:
    """Return the ledger of what was issued; None after a mistake."""
    try:
        return read_ledger(folder, file.reference, file.timezone)
    except InvalidReview as error:
        mistakes += error.mistakes
        return None


def _check_leads(people: Sequence[Person], mistakes: list[Mistake], notices: list[Notice]) -> None:
    # Somebody whose role is not understood may have been meant as one.
    if all(person.roles and not person.has(Role.LEAD_REVIEWER) for person in people):
        expected = f"expected at least one person with the role {Role.LEAD_REVIEWER}"
        mistakes.append(Mistake(PEOPLE_FILE, "role", "nobody is a lead reviewer", expected))
    notices += lead_reviewer_notices(people)


def _family_notices(file: ReviewFile, people: Sequence[Person]) -> list[Notice]:
    """Say what is open about the family: it is considered and recorded in every option."""
    if file.family is None:
        text = "how the family is involved is not recorded: set approach under [family]"
    elif file.family is FamilyApproach.UNDECIDED:
        text = "how the family is involved is undecided"
    elif file.family is FamilyApproach.CONVERSATION and not any(person.has(Role.FAMILY) for person in people):
        text = "nobody has the role family: no conversation with the family is planned"
    else:
        return []
    return [Notice(text, REVIEW_FILE)]


def reading_window(commissioned: date, option: Option | None, holds: Sequence[Hold]) -> tuple[date, date]:
    """Return the days ``[first, end)`` over which calendars are read: generously more than planning looks at.

    `option` None means that it is not known, and that the usual two years do.
    """
    length = (
        timedelta(weeks=_whole(option, "lead-in-weeks") + _whole(option, "span-weeks"))
        + LEAST_AFTER_SPAN
        + timedelta(days=2 * sum(_whole(option, name) for name in DAYS_AWAY) + min(_held_days(holds), MOST_HELD_DAYS))
    )
    return commissioned - ONE_DAY, commissioned + max(LEAST_READ, length)


def _whole(option: Option | None, name: str) -> int:
    value = option.numbers.get(name, 0) if option is not None else 0
    return value if isinstance(value, int) else 0


def _held_days(holds: Sequence[Hold]) -> int:
    return sum((hold.last - hold.first).days + 1 for hold in holds if hold.last is not None)


def _place(mistake: Mistake) -> tuple[int, str, int]:
    """Return the order in which mistakes are told: by file, then by line."""
    named = mistake.path in FILE_ORDER
    return (
        FILE_ORDER.index(mistake.path) if named else len(FILE_ORDER),
        "" if named else mistake.path,
        mistake.line or 0,
    )
