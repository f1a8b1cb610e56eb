"""Whatever a file holds, it ends in answers or mistakes, and soon."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.files.invitations.reply_files import MOST_ANSWERS, MOST_BYTES
from tests.support.calendar_texts import LONDON_BLOCK
from tests.support.reply_programs import PROGRAMS
from tests.support.reply_reading import mistake_of, read, reply_of, said_in
from tests.support.reply_texts import CALENDAR, TEN, Told, calendar, event, mail, needed, part, plain, several

HEADS = st.tuples(
    st.sampled_from(["Content-Type", "Content-Disposition", "Content-Transfer-Encoding"]),
    st.text(max_size=9),
    st.sampled_from(["", "; charset", "; charset*", "; filename*0*", "; filename", "; method*", "; boundary"]),
    st.text(max_size=20) | st.sampled_from(["utf-8''%00", "a\0b''x.ics", "''", "base64", "uuencode"]),
)


class TestHostileInput:
    """Input that was made to do harm, or that no program wrote."""

    def test_of_many_megabytes_is_refused(self) -> None:
        """Nothing is read of it."""
        assert mistake_of(b" " * (MOST_BYTES + 1)).found == "it has more than 25 MB"

    def test_of_thousands_of_entries_is_refused(self) -> None:
        """And a thousand are read."""
        many = [event(*needed(Told(uid=str(number)))) for number in range(MOST_ANSWERS + 1)]
        assert mistake_of(calendar(*many).encode()).found == "it has more than 1,000 entries"
        assert len(read(calendar(*many[1:]).encode())[0]) == MOST_ANSWERS

    def test_of_entries_within_entries_is_refused(self) -> None:
        """Each would be read to its end."""
        data = calendar("BEGIN:VEVENT\n" * 900 + "X:1\n" * 60_000 + "END:VEVENT\n" * 900).encode()
        assert mistake_of(data).found.startswith("it has 900 entries in 61,")

    @pytest.mark.parametrize(
        "level",
        [b"Content-Type: message/rfc822\n\n", b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n'],
        ids=["mails", "parts"],
    )
    def test_of_many_levels_is_refused(self, level: bytes) -> None:
        """Ten levels are read."""
        levels = [level % ((number,) * level.count(b"%d")) for number in range(2_000)]
        assert said_in(mail(b"".join(levels[:10]) + part(CALENDAR, plain()))) == reply_of(plain())
        assert "levels deep" in mistake_of(mail(b"".join(levels) + part(CALENDAR, plain()))).found

    def test_of_many_parts_and_lines_is_refused(self) -> None:
        """Each line would be held against each boundary."""
        data = mail(b"Content-Type: multipart/mixed; boundary=b\n\n" * 1000 + b"\n" * 1_000_000)
        assert mistake_of(data).found == "it has too many parts"

    @pytest.mark.parametrize(
        "line", ['ATTENDEE;CN="', "ATTENDEE;", "ATTENDEE;a=", 'ATTENDEE;a="x"', "ATTENDEE;a=b", "ATTENDEE:%0d"]
    )
    def test_of_a_long_line_is_told_soon(self, line: str) -> None:
        """A pattern that goes back and forth would take for ever."""
        head, _, tail = line.partition(";") if ";" in line else line.partition(":")
        joint = line[len(head)]
        assert mistake_of(plain(attendee=f"{head}{joint}{(tail or joint) * 300_000}")).where == "ATTENDEE"

    def test_in_an_address_does_no_harm(self) -> None:
        """What stands in percent signs is no way to a terminal."""
        line = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:l1%0A%1B[31m@example.org"
        assert reply_of(plain(attendee=line)).attendees == (("l1 [31m@example.org", "ACCEPTED"),)

    @pytest.mark.parametrize("text", ["BEGIN:VEVENT\n" * 3000, "BEGIN:VCALENDAR\n" * 3000])
    def test_of_wild_nesting_is_told(self, text: str) -> None:
        """No answer has so many."""
        assert mistake_of(calendar(text, event(*needed())).encode() + b"END:VEVENT")

    @pytest.mark.parametrize("text", ["END:VEVENT", "BEGIN:\nEND:"])
    def test_of_an_end_too_many_is_passed_over(self, text: str) -> None:
        """The answer itself is whole."""
        assert reply_of(calendar(text, event(*needed())).encode() + b"END:VEVENT")

    @pytest.mark.parametrize(
        "head", ["Content-Disposition: x; filename*=a\0b''x.ics", "Content-Type: text/calendar; charset*=\0''x"]
    )
    def test_of_a_head_that_python_stumbles_over_is_passed_over(self, head: str) -> None:
        """A zero in the name of a charset: the rest of the mail is read."""
        more = part("text/plain", b"x", "7bit", head) if "filename" in head else f"{head}\r\n\r\n".encode() + plain()
        assert said_in(mail(several("mixed", more, part(CALENDAR, plain())))) == reply_of(plain())

    @given(st.binary(max_size=300))
    @settings(deadline=None)
    def test_of_any_bytes_is_told(self, data: bytes) -> None:
        """Whatever the file holds, there are answers or mistakes, and nothing is raised."""
        for start in (b"", b"BEGIN:VCALENDAR\r\n", b"From: a\nDate: b\nContent-Type: text/calendar\n\n"):
            replies, mistakes = read(start + data)
            assert bool(replies) != bool(mistakes)

    @given(st.sampled_from(sorted(PROGRAMS)), st.data())
    @settings(max_examples=300, deadline=None)
    def test_of_a_damaged_answer_is_told(self, program: str, draw: st.DataObject) -> None:
        """A few bytes of a good answer are others, missing or doubled."""
        data = PROGRAMS[program](Told(comment="x"))
        for _ in range(draw.draw(st.integers(1, 4))):
            first = draw.draw(st.integers(0, len(data)))
            last = draw.draw(st.integers(first, min(len(data), first + 30)))
            middle = draw.draw(st.sampled_from([b"", data[first:last] * 2]) | st.binary(max_size=5))
            data = data[:first] + middle + data[last:]
        replies, mistakes = read(data)
        assert replies or mistakes
        assert all(str(mistake).isprintable() for mistake in mistakes)

    @given(st.lists(HEADS, max_size=5))
    @settings(deadline=None)
    def test_of_any_head_is_told(self, lines: list[tuple[str, str, str, str]]) -> None:
        """Python's parser of mails raises in some corners."""
        head = "".join(f"{name}: text/calendar{type}{param}={value}\n" for name, type, param, value in lines)
        replies, mistakes = read(head.encode("utf-8", "replace") + b"\n" + plain())
        assert replies or mistakes

    @given(
        st.sampled_from(["DTSTART", "DTEND", "DURATION", "DTSTAMP", "RECURRENCE-ID", "RDATE", "SEQUENCE", "UID"]),
        st.sampled_from(["", ";TZID=Our own", ";TZID=Europe/London", ";VALUE=DATE", ';TZID="']),
        st.from_regex(r"[0-9TZPDHS/:,+-]{1,20}|(0001|9999)(0101|1231)T(000000|235959)Z?", fullmatch=True),
    )
    @settings(deadline=None)
    def test_of_any_time_is_told(self, name: str, param: str, value: str) -> None:
        """At the ends of the calendar, too, and in a zone that the file explains."""
        block = LONDON_BLOCK.format(name="Our own")
        times = [line for line in TEN if not line.startswith(name)]
        lines = [line for line in needed() if not line.startswith(name)]
        data = calendar(block, event(*lines, *times, f"{name}{param}:{value}"), method="COUNTER")
        replies, mistakes = read(data.encode())
        assert len(replies) + len(mistakes) == 1
