"""An option in words: its shape, its meetings, its conversations, its order."""

from __future__ import annotations

from ltsched.domain.option import ForEach, Option, OrderTemplate, Pairing, ShapeKind, Template
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import listed, plural

__all__ = [
    "conversations_words",
    "meetings_words",
    "order_words",
    "repetition_words",
    "shape_words",
    "who_words",
]

REPEATED = {
    ForEach.KEY_STAFF: "each of the key staff",
    ForEach.FAMILY: "each family member",
    ForEach.AUDIT: "each file",
    ForEach.FOCUSED_REVIEW: "each focused review",
}
PAIRINGS = {
    Pairing.ALL: "",
    Pairing.SHARE: "in turns, rounded up",
    Pairing.HALF: "the first half of them, rounded up; the rest follow",
    Pairing.LAST: "the last of them",
}


def shape_words(option: Option) -> str:
    """Return what the option looks like in time."""
    shape = option.shape
    match shape.kind:
        case ShapeKind.SPREAD:
            return f"evenly spread, give or take {plural(shape.tolerance_days, 'working day')}"
        case ShapeKind.BLOCKS:
            apart = f"{shape.least_weeks} to {shape.most_weeks} weeks apart"
            return f"two blocks of at most {plural(shape.working_days, 'working day')}, {apart}"
        case ShapeKind.WEEK:
            return "one week, Monday to Friday"
        case ShapeKind.DAY:
            return "all on one day"
        case ShapeKind.EARLY:
            return "as early as possible"


def conversations_words(option: Option) -> str:
    """Return with how many people conversations are held."""
    if not any(template.for_each is ForEach.KEY_STAFF for template in option.templates):
        return "none"
    most = option.whole("conversations-usual-most")
    return f"usually at most {most}" if most else "all key staff"


def meetings_words(option: Option) -> str:
    """Return which meetings there are, and how many of each; conversations, set-up and introduction are left out."""
    once = [template for template in option.templates if template.for_each is not ForEach.FOCUSED_REVIEW]
    each = [template for template in option.templates if template.for_each is ForEach.FOCUSED_REVIEW]
    words = listed(_counted(option, template) for template in once if _counts(template))
    if each:
        words += f"; for each focused review {listed(_counted(option, template) for template in each)}"
    return words


def _counts(template: Template) -> bool:
    return KIND_WORDS[template.kind].meetings != "" and template.count != 0 and template.when != "no"


def _counted(option: Option, template: Template) -> str:
    short = KIND_WORDS[template.kind].meetings or template.title.lower()
    if template.for_each is ForEach.AUDIT:
        return f"{option.whole('audits')} {short}"
    if template.when == "auto":
        return f"perhaps 1 {short}"
    return f"{1 if template.count is None else template.count} {short}"


def repetition_words(template: Template) -> str:
    """Return how often an activity is held."""
    if template.when == "no" or template.count == 0:
        return "not held"
    number = "1" if template.count is None else str(template.count)
    if template.for_each is not None:
        return f"{number} for {REPEATED[template.for_each]}"
    return "0 or 1, where it fits" if template.when == "auto" else number


def who_words(template: Template) -> str:
    """Return who comes to an activity and who holds it."""
    parts: list[str] = []
    if template.for_each in (ForEach.KEY_STAFF, ForEach.FAMILY):
        parts.append("the person")
    if template.must:
        parts.append(f"must: {', '.join(template.must)}" + (", essential people" if template.essential else ""))
    if template.expected:
        quorum = f" (quorum {template.quorum:.0%} of all)" if template.quorum else ""
        parts.append(f"expected: {', '.join(template.expected)}{quorum}")
    if template.panel is not None:
        panel = template.panel
        held = f"held by {panel.size} of {', '.join(panel.pool)}"
        held += f", at least {plural(panel.least_leads, 'lead')}" if panel.least_leads else ""
        held += ", independent" if panel.independent else ""
        held += ", of different agencies" if panel.different_agencies else ""
        parts.append(held)
    return "; ".join(parts)


def order_words(order: OrderTemplate) -> str:
    """Return an order as a sentence without a full stop."""
    text = f"{listed(order.before)} before {listed(order.after)}"
    if set(order.before) == set(order.after):
        text = f"{listed(order.before)} one after another"
    notes = [PAIRINGS.get(order.pairing, "")]
    if order.pairing is Pairing.LAST_BEFORE:
        notes = [f"the last of these that comes before {order.then}"]
    if order.least_working_days:
        notes.append(f"at least {plural(order.least_working_days, 'working day')} later")
    if order.most_working_days is not None:
        notes.append(f"at most {plural(order.most_working_days, 'working day')} later")
    if order.least_weeks:
        notes.append(f"at least {plural(order.least_weeks, 'week')} later")
    if order.most_weeks is not None:
        notes.append(f"at most {plural(order.most_weeks, 'week')} later")
    noted = "; ".join(note for note in notes if note)
    return f"{text} ({noted})" if noted else text
