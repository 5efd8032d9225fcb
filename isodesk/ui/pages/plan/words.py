"""What the page of the plan says: what is still missing, and how to begin when there is nothing."""

from collections.abc import Iterator
from typing import Final

from isodesk.ui.pages.plan.reading import Reading
from isodesk.ui.speech import _, plural
from isodesk.wording import ROLE_SHORT

GAPS: Final = "gaps"
ROLES: Final = "roles"
"""Row of the page that is about roles that nobody holds."""
_SHOWN: Final = 3
KINDS: Final = ("overdue", "unowned")
"""Rows of the page that are a kind of tasks; the filter of that name shows them."""


def missing(reading: Reading) -> Iterator[tuple[str, str]]:
    """What stands between this plan and one that can be worked on."""
    if not reading.tasks:
        return
    if reading.gaps:
        yield GAPS, plural("{count} gap without a task", "{count} gaps without a task", reading.gaps)
    overdue, unowned = (reading.count(kind) for kind in KINDS)
    if overdue:
        yield KINDS[0], plural("{count} overdue task", "{count} overdue tasks", overdue)
    if unowned:
        yield (
            KINDS[1],
            plural("{count} task without a responsible person", "{count} tasks without a responsible person", unowned),
        )
    if reading.unfilled:
        names = ", ".join(_(ROLE_SHORT[role]) for role in reading.unfilled[:_SHOWN])
        more = len(reading.unfilled) - _SHOWN
        roles = _("{roles} and {count} more").format(roles=names, count=more) if more > 0 else names
        yield ROLES, _("Nobody holds the role: {roles}").format(roles=roles)


def strays(deviation: int | None) -> str:
    """How far a task or the plan has moved from its baseline; nothing where it has none."""
    if deviation is None:
        return ""
    if deviation == 0:
        return _("as in the baseline")
    if deviation > 0:
        return plural(
            "{count} working day later than the baseline", "{count} working days later than the baseline", deviation
        )
    return plural(
        "{count} working day earlier than the baseline", "{count} working days earlier than the baseline", -deviation
    )


def empty_words(reading: Reading) -> tuple[str, str, str]:
    """Heading, sentence and button of an empty plan."""
    heading = _("There is no plan yet")
    if not reading.gaps:
        sentence = _("The plan is made of the gaps that the assessment finds. Own tasks can be added at any time.")
        return heading, sentence, _("Go to the gap assessment")
    sentence = plural(
        "{count} gap becomes a task with a responsible person and dates. Everything can be changed.",
        "{count} gaps become tasks with responsible persons and dates. Everything can be changed.",
        reading.gaps,
    )
    return heading, sentence, _("Build the plan from the gaps")
