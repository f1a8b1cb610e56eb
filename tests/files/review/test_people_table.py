"""people.csv."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.domain.people import OFFICE_HOURS, Role, WorkingHours
from ltsched.errors import Mistake, Notice
from ltsched.files.review.people_table import PeopleTable, read_people
from ltsched.validation.email import is_email

HEADER = "id,name,email,role,agency,works,essential,conversation,line_manager,notes\n"
LEAD = "l1,Ann,a@x.example,lead-reviewer,,,,,,\n"


def read(tmp_path: Path, text: str) -> tuple[PeopleTable, list[str], list[str]]:
    file = tmp_path / "people.csv"
    file.write_text(text, encoding="utf-8")
    mistakes: list[Mistake] = []
    notices: list[Notice] = []
    return read_people(file, mistakes, notices), list(map(str, mistakes)), list(map(str, notices))


def test_a_whole_row_is_read(tmp_path: Path) -> None:
    """Every column, several roles, and whom the cell of the line manager names further down."""
    row = "p1,Zoë,z@x.example,case-group; review-team,Health  Trust,Mon 09:00-12:00,Y,2,p2,likes tea\n"
    table, mistakes, _ = read(tmp_path, HEADER + row + "p2,Bo,b@x.example,case-group,Health Trust,,no,,,\n")
    assert mistakes == []
    person = table.people[0]
    assert (person.id, person.name, person.email, person.agency) == ("p1", "Zoë", "z@x.example", "Health Trust")
    assert person.roles == (Role.CASE_GROUP, Role.REVIEW_TEAM)
    assert person.works == WorkingHours(((0, 540, 720),))
    assert (person.essential, person.conversation_rank, person.line_manager) == (True, 2, "p2")
    assert person.notes == "likes tea"
    assert table.people[1].works == OFFICE_HOURS
    assert table.lines == {"p1": 2, "p2": 3}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("../x,A,,family,,,,,,\n", 'line 2, id: "../x"; expected a letter or digit'),
        ('"a\nb",A,,family,,,,,,\n', 'line 2, id: "a\\nb"; expected a letter or digit'),
        ("CON,A,,family,,,,,,\n", "kept by Windows"),
        (",A,,family,,,,,,\n", "line 2, id: missing"),
        ("Review-Team,A,,family,,,,,,\n", 'id: "Review-Team" is the name of a role'),
        (LEAD + "l1,B,,family,,,,,,\n", 'line 3, id: "l1" is there already (line 2)'),
        (LEAD + "L1,B,,family,,,,,,\n", "only in capitals"),
        ("a,,,family,,,,,,\n", "line 2, name: missing"),
        ('a,"A\nB",,family,,,,,,\n', 'name: "A\\nB"; expected one line'),
        ("a,A,a@b@c,family,,,,,,\n", 'email: "a@b@c"; expected an address'),
        ("a,A,,,,,,,,\n", "role: missing; expected lead-reviewer"),
        ("a,A,,lead-reviwer,,,,,,\n", 'role: unknown role "lead-reviwer"'),
        ("a,A,,lead-reviwer,,,,,,\n", 'Did you mean "lead-reviewer"?'),
        ("a,A,,family,,9-5,,,,\n", 'works: "9-5"; expected days and hours'),
        ("a,A,,family,,,maybe,,,\n", 'essential: "maybe"; expected yes or no'),
        ("a,A,,case-group,X,,,0,,\n", 'conversation: "0"; expected a rank'),
        ("a,A,,case-group,X,,,1.5,,\n", 'conversation: "1.5"; expected a rank'),
        ("a,A,,case-group,X,,,²,,\n", "expected a rank"),
        ("a,A,,family,,,,1,,\n", "rank 1 for family; only people with the role case-group"),
        ("a,A,,case-group,X,,,1,,\nb,B,,case-group,X,,,1,,\n", 'line 3, conversation: rank 1 is that of "a" already'),
        ("a,A,,case-group,X,,,,a,\n", 'line_manager: "a" is this person\'s own id'),
        ("per1,A,,case-group,X,,,,per2x,\nper2,B,,family,,,,,,\n", 'nobody has the id "per2x"'),
        ("per1,A,,case-group,X,,,,per2x,\nper2,B,,family,,,,,,\n", 'Did you mean "per2"?'),
        ("", "people.csv: nobody is listed"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, rows: str, expected: str) -> None:
    """Line, column, what was found, and what would be right."""
    _, mistakes, _ = read(tmp_path, HEADER + rows)
    assert len(mistakes) == 1
    assert expected in mistakes[0]


def test_all_mistakes_of_a_row_are_told_at_once(tmp_path: Path) -> None:
    """One run of the program is enough to mend a file."""
    _, mistakes, _ = read(tmp_path, HEADER + "a b,,x,boss,,9-5,maybe,x,zz,\n")
    columns = [mistake.split(", ")[2].split(":")[0] for mistake in mistakes]
    assert columns == ["id", "name", "email", "role", "works", "essential", "conversation", "line_manager"]


def test_markup_and_formulas_are_only_names(tmp_path: Path) -> None:
    """Whoever writes them out has to care, not whoever reads them."""
    table, mistakes, _ = read(tmp_path, HEADER + "a,<script>,,family,=cmd,,,,,\n")
    assert mistakes == []
    assert table.people[0].name == "<script>"


def test_roles_are_understood_in_any_capitals(tmp_path: Path) -> None:
    """``Lead reviewer`` can only mean one thing."""
    table, mistakes, _ = read(tmp_path, HEADER + "a,A,,Lead reviewer;AUDITOR;auditor,,,,,,\n")
    assert mistakes == []
    assert table.people[0].roles == (Role.LEAD_REVIEWER, Role.AUDITOR)


def test_a_review_has_its_limit(tmp_path: Path) -> None:
    """Two thousand people are read, one more is a mistake."""
    rows = [f"p{number},A,,family,,,,,,\n" for number in range(2001)]
    assert read(tmp_path, HEADER + "".join(rows[:2000]))[1] == []
    assert "line 2002: more than 2,000 rows" in read(tmp_path, HEADER + "".join(rows))[1][0]


def test_thousands_of_unknown_ids_do_not_keep_anybody_waiting(tmp_path: Path) -> None:
    """Looking for what was meant takes time, so it ends after two hundred mistakes."""
    rows = "".join(f"p{number},A,,case-group,X,,,,q{number}x,\n" for number in range(2000))
    assert len(read(tmp_path, HEADER + rows)[1]) == 200


@pytest.mark.parametrize("text", ["a@b", "first.last+x@sub.example.org", "o'neill@x.example"])
def test_what_can_be_an_email(text: str) -> None:
    """Letters, digits and the signs of a dot-atom, then a domain."""
    assert is_email(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@b@c",
        "a @b",
        "a@b\nc",
        "<a@b>",
        "a@b,c@d",
        "a;b@c",
        "a@",
        "@b",
        'a"@b',
        ".a@b",
        "a.@b",
        "a..b@c",
        "a@b.",
        "zoë@b",
        "a@bücher.example",
        "a" * 65 + "@b",
        "=?utf-8?q?x=40y?=@z",
    ],
)
def test_what_cannot_be_an_email(text: str) -> None:
    """Nothing that would break out of a line of a calendar file, and nothing that a mail program would refuse."""
    assert not is_email(text)
