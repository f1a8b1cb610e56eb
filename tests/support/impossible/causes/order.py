"""What comes after one another has no room: lags, notice, spans, holds, bank holidays, even positions, starts."""

from __future__ import annotations

from datetime import date

from tests.support.impossible.by_hand import cell, never_away, no_table, number
from tests.support.impossible.case import Named, Part, Register, by
from tests.support.impossible.folder import Folder

case = Register()
ALL = "l1 l2 t1 t2 t3 t4 p1 p2 p3 p4 p5 r1"


@case(
    "mid-range",
    [Named(("joint-meeting:1",), rules=("lag",), number=90, without=number(analysis_to_joint_working_days=80))],
    no_part=ALL,
    helps=[by(number(span_weeks=14), Part("span", units=4))],
)
def lag_longer_than_there_is(folder: Folder) -> None:
    """90 working days are to lie between the last meeting of the review team and the joint meeting."""
    folder.customise(analysis_to_joint_working_days=90)


@case(
    "focused",
    [Named(("event",), number=125, without=number(joint_meeting_notice_working_days=30))],
    no_part=ALL,
    helps=[
        by(number(joint_meeting_notice_working_days=110), Part("notice", units=10)),
        by(number(span_weeks=13), Part("span", units=3)),
    ],
)
def notice_beyond_the_last_day(folder: Folder) -> None:
    """125 working days of notice are given for the event, which is after the last day there is."""
    folder.customise(joint_meeting_notice_working_days=125)


@case(
    "full",
    [Named(rules=("spread",), key="even-tolerance-days", without=number(even_tolerance_days=20))],
    no_part=ALL,
    helps=[by(number(even_tolerance_days=3), Part("tolerance", units=3))],
)
def span_too_short_for_the_lags(folder: Folder) -> None:
    """Five meetings with 5 working days after each analysis lie in four weeks, at their even positions."""
    folder.customise(span_weeks=4, even_tolerance_days=0, meetings_apart_working_days=8)


@case(
    "full",
    [
        Named(("t1",), ("part-time-day",), without=cell("t1", "works")),
        Named(key="even-tolerance-days", number=0, without=number(even_tolerance_days=1)),
    ],
    no_part="t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(number(even_tolerance_days=1), Part("tolerance")),
        by(cell("t1", "essential"), Part("essential", ("t1",))),
    ],
)
def even_position_on_a_part_time_day(folder: Folder) -> None:
    """Each meeting is to be at its even position, and Anna Smith does not work on Fridays, that of both joint ones."""
    folder.customise(even_tolerance_days=0)
    folder.people["t1"]["works"] = "Mon-Thu 09:00-17:00"


@case(
    "mid-range",
    [Named(key="start-step-minutes", number=60, without=number(start_step_minutes=30))],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[by(number(start_step_minutes=30), Part("start-step"))],
)
def starts_on_the_hour_only(folder: Folder) -> None:
    """Bookings start on the hour, and Miriam Oakes works from 09:30 for just as long as a meeting takes."""
    folder.customise(start_step_minutes=60, joint_meeting_minutes=180)
    folder.people["l1"]["works"] = "Mon-Fri 09:30-13:00"


@case(
    "full",
    [
        Named(rules=("bank holiday",), within=("2027-03-26", "2027-03-29")),
        Named(("joint-meeting:1",), rules=("wished window",), without=no_table("window")),
    ],
    no_part=ALL,
    helps=[by(no_table("window"), Part("window"))],
)
def window_of_bank_holidays(folder: Folder) -> None:
    """The first joint meeting is to be between Good Friday and Easter Monday."""
    folder.add("window", activity="joint-meeting:1", from_=date(2027, 3, 26), until=date(2027, 3, 29))


@case(
    "full",
    [
        Named(
            ("review-team-meeting:2",), rules=("wished window",), without=no_table("window", activity="joint-meeting:1")
        ),
        Named(("joint-meeting:1",), rules=("wished window",), without=no_table("window", activity="joint-meeting:1")),
        Named(rules=("lag",), number=5, without=number(analysis_to_joint_working_days=4)),
    ],
    no_part=ALL,
    helps=[
        by(number(analysis_to_joint_working_days=4), Part("lag")),
        by(no_table("window", activity="joint-meeting:1"), Part("window", ("joint-meeting:1",))),
    ],
)
def narrow_windows_and_a_lag(folder: Folder) -> None:
    """The second analysis is to be on 10 to 12 March, the joint meeting after it on 15 or 16: 5 working days apart."""
    folder.add("window", activity="review-team-meeting:2", from_=date(2027, 3, 10), until=date(2027, 3, 12))
    folder.add("window", activity="joint-meeting:1", from_=date(2027, 3, 15), until=date(2027, 3, 16))


@case(
    "focused",
    [
        Named(("event",), rules=("hold",), without=no_table("hold")),
    ],
    no_part=ALL,
    helps=[by(no_table("hold"), Part("hold"))],
)
def hold_on_the_event(folder: Folder) -> None:
    """The event is held until after the last day there is."""
    folder.add("hold", scope="activity:event", from_=date(2027, 2, 1), until=date(2027, 7, 30), reason="inquest")


@case(
    "focused",
    [Named(("event",), rules=("hold",), without=no_table("hold"))],
    no_part=ALL,
    helps=[by(no_table("hold"), Part("hold"))],
)
def hold_on_the_event_without_an_end(folder: Folder) -> None:
    """The event is held, and nobody knows until when."""
    folder.add("hold", scope="activity:event", from_=date(2027, 2, 1), reason="criminal trial")


@case(
    "full",
    [Named(rules=("hold",), without=no_table("hold"))],
    no_part=ALL,
    helps=[by(no_table("hold"), Part("hold"))],
)
def hold_on_the_review_without_an_end(folder: Folder) -> None:
    """All of the review is held, and nobody knows until when."""
    folder.add("hold", scope="review", from_=date(2027, 2, 1), reason="criminal trial")


@case(
    "full",
    [
        Named(rules=("hold",), without=no_table("hold")),
        Named(("joint-meeting:1",), rules=("wished window",), without=no_table("window")),
    ],
    no_part=ALL,
    helps=[
        by(no_table("window"), Part("window", ("joint-meeting:1",))),
        by(no_table("hold"), Part("hold")),
    ],
)
def hold_on_the_review_over_a_window(folder: Folder) -> None:
    """The first joint meeting is to be in a week in which all of the review is held."""
    folder.add("hold", scope="review", from_=date(2027, 3, 8), until=date(2027, 3, 19), reason="trial")
    folder.add("window", activity="joint-meeting:1", from_=date(2027, 3, 15), until=date(2027, 3, 19))


@case(
    "focused",
    [
        Named(("review-team-meeting:1",), rules=("agreed", "booking", "settled"), without=no_table("booking")),
        Named(("event",), rules=("wished window",), without=no_table("window")),
    ],
    no_part=ALL,
    helps=[
        by(no_table("window"), Part("window")),
        by(no_table("booking"), Part("agreed", ("review-team-meeting:1",))),
    ],
)
def agreed_after_what_it_comes_before(folder: Folder) -> None:
    """The first analysis is agreed for 15 April, and the event after it is to be in March."""
    folder.add("booking", activity="review-team-meeting:1", start=date(2027, 4, 15))
    folder.add("window", activity="event", from_=date(2027, 3, 1), until=date(2027, 3, 31))


@case(
    "focused",
    [
        Named(("event",), rules=("agreed", "booking", "settled"), without=no_table("booking")),
        Named(("l1",), ("leave",), within=("2027-02-22", "2027-02-22"), without=never_away("l1")),
    ],
    no_part="t1 t2 t3 t4 p1 p2 p3 p4 p5 r1",
    helps=[
        by(never_away("l1"), Part("leave", ("l1",))),
        by(number(analysis_to_joint_working_days=4), Part("lag")),
        by(no_table("booking"), Part("agreed", ("event",))),
    ],
)
def agreed_so_early_that_leave_is_in_the_way(folder: Folder) -> None:
    """The event is agreed for 1 March; the analysis 5 working days before it has one day, on which l1 is on leave."""
    folder.add("booking", activity="event", start=date(2027, 3, 1))
    folder.away("l1", "2027-02-22", "2027-02-22", "leave")


@case(
    "themed",
    [Named(rules=("lag",), without=number(audit_gap_weeks=3))],
    no_part=ALL,
    helps=[by(number(audit_gap_weeks=24), Part("lag", units=6)), by(number(span_weeks=26), Part("span", units=6))],
)
def gap_after_the_audits_too_long(folder: Folder) -> None:
    """30 weeks are to lie between the audits and the focused review."""
    folder.customise(audit_gap_weeks=30)
