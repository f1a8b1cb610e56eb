"""Content lines taken apart: name, parameters, value, also where programs leave out the quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Property", "read_property", "text_of", "zone_name"]

# Where the value of a date property begins. Without quotes, the colon in "(UTC+00:00) Dublin" or in
# "tzone://Microsoft/Utc" would end the parameters too early.
VALUE_OF_DATE = re.compile(r":(?=\s*(?:\d{4}-?\d\d-?\d\d(?!\d)|[+-]?P[\dT]))")
# No quantifier goes back on what it has taken, so that no line takes longer than it is long.
HEAD = re.compile(r'([^;:"]*+)((?:;[^:;"]*+(?:"[^"]*+"[^:;"]*+)*+)*+):', re.DOTALL)
PARAMETER = re.compile(r';([^=;"]*+)=((?:[^;"]++|"[^"]*+"?)*+)')
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Property:
    """A content line; names are in capitals, parameters without their quotes, the value without blanks around it."""

    name: str
    params: dict[str, str]
    value: str


def read_property(line: str, *, is_date: bool) -> Property | None:
    """Return the parts of an unfolded content line; None if it has no value.

    Parameters
    ----------
    line
        The line.
    is_date
        Whether its value is a date, a length, or a list of them: then the value begins at the first colon that is
        followed by one, and what is before belongs to the parameters.
    """
    head, colon, value = line.partition(":")
    if ";" not in head:  # most lines
        return Property(head.strip().upper(), {}, value.strip()) if colon else None
    split = VALUE_OF_DATE.search(line) if is_date else None
    if split is not None and '"' in line:  # a parameter in quotes may have a colon and a date, too
        *_, split = VALUE_OF_DATE.finditer(line)
    if split is not None:
        head, value = line[: split.start()], line[split.end() :]
    elif '"' in line:
        quoted = HEAD.match(line)
        if quoted is None:
            return None
        head, value = line[: quoted.end() - 1], line[quoted.end() :]
    elif not colon:
        return None
    name, _, rest = head.partition(";")
    if '"' in rest:
        found = PARAMETER.findall(";" + rest)
        params = {key.strip().upper(): text.replace('"', "").strip() for key, text in found}
    else:
        pairs = (param.partition("=") for param in rest.split(";"))
        params = {key.strip().upper(): text.strip() for key, _, text in pairs}
    return Property(name.strip().upper(), params, value.strip())


def text_of(value: str) -> str:
    r"""Return the text that `value` means: ``\n`` is a line break, and a backslash goes before other characters."""
    return ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value) if "\\" in value else value


def zone_name(value: str) -> str:
    """Return the name of a zone as it is compared, from a TZID parameter or the TZID of a VTIMEZONE.

    There it is TEXT, with backslashes; here it may stand in quotes; programs mix the two.
    """
    return text_of(value).replace('"', "").strip()
