"""The diaries of the trades: what fills the week of a manager, a social worker, a teacher, a nurse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from generator.diary import DiaryWriter
from generator.entries import ShowsAs
from generator.season import SCHOOL_BREAKS

__all__ = ["TRADES"]

MEETINGS = ("Meeting", "Strategy meeting", "Panel", "Interview panel", "Budget meeting", "Multi-agency meeting")
VISITS = ("Visits", "Visit", "Review conference", "Core group", "Professionals' meeting", "Supervision")


def lead(diary: DiaryWriter) -> None:
    """An independent reviewer: days that belong to other commissions."""
    diary.leave(2)
    diary.weekly("Other commission", "09:00", 480)
    diary.weekly("Other commission", "10:00", 360, every=2)
    diary.weekly("Peer supervision", "16:00", 60, every=2)
    diary.day_to_day(0.14, ("Meeting", "Writing day", "Call", "Training delivery"), 90, 300)


def manager(diary: DiaryWriter) -> None:
    """A senior manager: about two fifths of the week is taken."""
    _birthday(diary)
    diary.leave(3)
    diary.weekly("Morning call", "09:00", 30, weekdays=(0, 1, 2, 3, 4))
    diary.weekly("Management team meeting", "09:30", 150, moves=True)
    diary.weekly("Panel", "13:00", 180)
    diary.weekly("Supervision", "14:00", 90, every=2)
    diary.weekly("Performance meeting", "14:00", 120, every=2)
    diary.monthly("Board", "10:00", 180)
    diary.day_to_day(0.25, MEETINGS)


def social_worker(diary: DiaryWriter) -> None:
    """A practitioner with a caseload: duty days, court days, visits."""
    diary.leave(3)
    diary.weekly("Team meeting", "09:30", 120)
    diary.weekly("Duty", "09:00", 480, every=2)
    diary.weekly("Supervision", "14:00", 90, every=2)
    _odd_days(diary, "Court", 5)
    diary.day_to_day(0.28, VISITS)


def first_line_manager(diary: DiaryWriter) -> None:
    """A team manager: supervises, allocates, signs off."""
    _birthday(diary)
    diary.leave(3)
    diary.weekly("Team meeting", "09:30", 120, moves=True)
    diary.weekly("Allocation", "14:00", 90)
    diary.weekly("Supervision of staff", "10:00", 240, every=2)
    _odd_days(diary, "Training", 2)
    diary.day_to_day(0.3, VISITS)


def shift_officer(diary: DiaryWriter) -> None:
    """A constable on a ten-day rota: two earlies, two lates, two nights, four rest days."""
    start = diary.dice.randrange(10)
    for day in (0, 1):
        diary.rota("Early turn", (start + day) % 10, 10, "07:00", 480, ShowsAs.TENTATIVE)
        diary.rota("Late turn", (start + 2 + day) % 10, 10, "14:00", 540, ShowsAs.BUSY)
        diary.rota("Night turn", (start + 4 + day) % 10, 10, "22:00", 540, ShowsAs.BUSY)
        diary.rota("Rest after nights", (start + 5 + day) % 10, 10, "07:00", 480, ShowsAs.AWAY)
    diary.rota("Rest day", (start + 7) % 10, 10, "00:00", 1440, ShowsAs.AWAY)
    diary.leave(2)
    _odd_days(diary, "Court", 4)


def ward_nurse(diary: DiaryWriter) -> None:
    """A nurse on an eight-day rota of long days and nights; can be asked in between."""
    start = diary.dice.randrange(8)
    for day in (0, 1):
        diary.rota("Long day", (start + day) % 8, 8, "07:00", 750, ShowsAs.BUSY)
    diary.rota("Night", (start + 4) % 8, 8, "19:00", 750, ShowsAs.BUSY)
    diary.rota("Rest after night", (start + 5) % 8, 8, "07:30", 450, ShowsAs.AWAY)
    diary.leave(2)
    _odd_days(diary, "Mandatory training", 3)


def community_nurse(diary: DiaryWriter) -> None:
    """A health visitor or district nurse: clinics on fixed days, visits in between."""
    diary.leave(3)
    diary.weekly("Clinic", "09:00", 210)
    diary.weekly("Clinic", "13:30", 180)
    diary.weekly("Team meeting", "13:00", 90, every=2)
    _odd_days(diary, "Mandatory training", 3)
    diary.day_to_day(0.22, ("Home visits", "Home visit", "Clinic cover", "Supervision"))


def doctor(diary: DiaryWriter) -> None:
    """A general practitioner: two surgeries a day, one half-day for other work."""
    diary.leave(3)
    diary.weekly("Surgery", "08:30", 180, weekdays=(0, 1, 2, 4))
    diary.weekly("Surgery", "15:00", 150, weekdays=(0, 1, 2, 4))
    diary.weekly("Surgery", "08:30", 150, weekdays=(3,), every=2)
    diary.day_to_day(0.1, ("Practice meeting", "Home visits", "Locality meeting"))


def teacher(diary: DiaryWriter) -> None:
    """A teacher with a pastoral duty: lessons in term, away in the holidays."""
    breaks = [dates for dates in SCHOOL_BREAKS if dates[1] >= diary.season.first and dates[0] < diary.season.end]
    for first, last in breaks:
        diary.whole_days("School holiday", first, last)
    mornings = tuple(sorted({diary.standing_weekday() for _ in range(3)}))
    afternoon = diary.standing_weekday()
    term = diary.season.first
    for first, last in [*breaks, (diary.season.end, diary.season.end)]:
        if term < first:
            closing = first - timedelta(days=1)
            diary.weekly("Lessons", "08:45", 210, weekdays=mornings, first=term, last=closing)
            diary.weekly("Lessons", "13:15", 120, weekdays=(afternoon,), first=term, last=closing)
        term = last + timedelta(days=1)
    diary.weekly("Staff meeting", "15:45", 75, weekdays=(1,))
    diary.day_to_day(0.12, ("Parents", "Pastoral meeting", "Cover"), 30, 90)


def officer(diary: DiaryWriter) -> None:
    """Somebody with an office, a duty day and appointments: probation, housing, advice."""
    diary.leave(3)
    diary.weekly("Team meeting", "10:00", 120)
    diary.weekly("Duty", "09:00", 480, every=2)
    diary.weekly("Appointments", "13:00", 180)
    diary.day_to_day(0.2, ("Appointment", "Home visit", "Case conference", "Training"))


def office(diary: DiaryWriter) -> None:
    """Somebody whose own diary is light: an administrator."""
    diary.leave(3)
    diary.weekly("Team meeting", "10:00", 60)
    diary.day_to_day(0.1, ("Meeting", "Minutes"))


def venue(diary: DiaryWriter) -> None:
    """A room that others book too."""
    diary.weekly("Committee", "10:00", 180, weekdays=(0,))
    diary.weekly("Councillors' surgery", "14:00", 180, weekdays=(1,), every=2)
    diary.day_to_day(0.12, ("Booked",), 120, 300)


def _birthday(diary: DiaryWriter) -> None:
    days = [day for day in diary.season.working_days() if not diary.is_away(day)]
    diary.whole_days("Birthday", day := diary.dice.choice(days), day, ShowsAs.FREE)


def _odd_days(diary: DiaryWriter, summary: str, count: int) -> None:
    days = [day for day in diary.season.working_days() if not diary.is_away(day)]
    for _ in range(count):
        diary.single(summary, diary.dice.choice(days), "09:30", 390)


TRADES: dict[str, Callable[[DiaryWriter], None]] = {
    "lead": lead,
    "manager": manager,
    "social-worker": social_worker,
    "first-line-manager": first_line_manager,
    "shift-officer": shift_officer,
    "ward-nurse": ward_nurse,
    "community-nurse": community_nurse,
    "doctor": doctor,
    "teacher": teacher,
    "officer": officer,
    "office": office,
    "venue": venue,
}
