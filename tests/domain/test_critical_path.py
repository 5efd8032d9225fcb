"""Published examples of the critical path method: duration, critical activities and float as their books give them.

A unit of the book (week, day, hundredth of a day) is one working day here. Nobody owns the activities, so that
nothing but their order counts.
"""

from collections.abc import Mapping
from datetime import date

import pytest

from isodesk.domain.arranging import Direction, Schedule, Terms, arrange
from isodesk.domain.calendar import WEEKDAYS
from isodesk.domain.schedule import HOURS_A_WEEK, WorkItem

MONDAY = date(2026, 11, 23)
Project = Mapping[str, tuple[int, str]]
"""Duration and immediate predecessors, a letter each, by activity."""

# F. S. Hillier, G. J. Lieberman, Introduction to Operations Research, chapter "Project Management with PERT/CPM":
# the Reliable Construction Company.
RELIABLE: Project = {
    "A": (2, ""),
    "B": (4, "A"),
    "C": (10, "B"),
    "D": (6, "C"),
    "E": (4, "C"),
    "F": (5, "E"),
    "G": (7, "D"),
    "H": (9, "EG"),
    "I": (7, "C"),
    "J": (8, "FI"),
    "K": (4, "J"),
    "L": (5, "J"),
    "M": (2, "H"),
    "N": (6, "KL"),
}
# J. Heizer, B. Render, Operations Management (Milwaukee Paper) and B. Render, R. Stair, Quantitative Analysis for
# Management (General Foundry), chapters on project management: the same network.
FOUNDRY: Project = {
    "A": (2, ""),
    "B": (3, ""),
    "C": (2, "A"),
    "D": (4, "B"),
    "E": (4, "C"),
    "F": (3, "C"),
    "G": (5, "DE"),
    "H": (2, "FG"),
}
# Wikipedia, "Program evaluation and review technique": expected times in hundredths of a day.
WIKIPEDIA: Project = {
    "A": (400, ""),
    "B": (533, ""),
    "C": (517, "A"),
    "D": (633, "A"),
    "E": (517, "BC"),
    "F": (450, "D"),
    "G": (517, "E"),
}
# B. W. Taylor, Introduction to Management Science, solutions to chapter 8 "Project Management", the network of 20
# weeks: arcs 1-2, 1-3, 2-4, 3-4, 3-5, 4-5, 5-6 in this order.
TAYLOR_20: Project = {
    "A": (7, ""),
    "B": (10, ""),
    "C": (6, "A"),
    "D": (5, "B"),
    "E": (4, "B"),
    "F": (3, "CD"),
    "G": (2, "EF"),
}
# The same solutions, the network of 38 weeks: arcs 1-2, 1-3, 1-4, 2-5, 2-6, 3-5, 4-5, 4-7, 5-7, 5-8, 6-9, 7-8, 8-9.
TAYLOR_38: Project = {
    "A": (8, ""),
    "B": (10, ""),
    "C": (9, ""),
    "D": (6, "A"),
    "E": (4, "A"),
    "F": (5, "B"),
    "G": (0, "C"),
    "H": (7, "C"),
    "I": (12, "DFG"),
    "J": (15, "DFG"),
    "K": (18, "E"),
    "L": (4, "HI"),
    "M": (7, "JL"),
}

EXAMPLES = [
    pytest.param(
        RELIABLE, 44, "ABCEFJLN", {"D": 4, "G": 4, "H": 4, "M": 4, "I": 2, "K": 1}, id="Reliable Construction"
    ),
    pytest.param(FOUNDRY, 15, "ACEGH", {"B": 1, "D": 1, "F": 6}, id="Milwaukee Paper, General Foundry"),
    pytest.param(WIKIPEDIA, 1951, "ACEG", {"B": 384, "D": 468, "F": 468}, id="Wikipedia, PERT"),
    pytest.param(TAYLOR_20, 20, "BDFG", {"A": 2, "C": 2, "E": 4}, id="Taylor, 20 weeks"),
    pytest.param(
        TAYLOR_38,
        38,
        "BFILM",
        {"A": 1, "C": 6, "D": 1, "E": 8, "G": 6, "H": 11, "J": 1, "K": 8},
        id="Taylor, 38 weeks",
    ),
]


def dated(project: Project, terms: Terms) -> Schedule:
    return arrange(
        [WorkItem(key, days * HOURS_A_WEEK / 5, None, tuple(before)) for key, (days, before) in project.items()], terms
    )


@pytest.mark.parametrize(("project", "duration", "critical", "float_"), EXAMPLES)
@pytest.mark.parametrize("direction", list(Direction))
def test_published_answers_are_found(
    project: Project, duration: int, critical: str, float_: Mapping[str, int], direction: Direction
) -> None:
    end = WEEKDAYS.add(MONDAY, duration - 1)
    found = dated(project, Terms(MONDAY, direction=direction, target=end))

    assert min(span.start for span in found.spans.values()) == MONDAY
    assert max(span.due for span in found.spans.values()) == end
    assert found.critical == set(critical)
    assert {key: days for key, days in found.slack.items() if days} == float_
    assert all(misfit.item not in critical or misfit.trouble.value == "no-owner" for misfit in found.misfits)


@pytest.mark.parametrize(("project", "duration", "_critical", "_float"), EXAMPLES)
def test_a_day_less_than_the_published_duration_is_said_to_be_too_little(
    project: Project, duration: int, _critical: str, _float: Mapping[str, int]
) -> None:
    short = WEEKDAYS.add(MONDAY, duration - 2)
    found = dated(project, Terms(MONDAY, direction=Direction.BACKWARD, target=short))

    assert [misfit.days for misfit in found.misfits if misfit.trouble.value == "target"] == [1]


def test_published_first_and_last_days_are_found() -> None:
    """Earliest starts and finishes of the Reliable Construction Company, as the book tabulates them."""
    spans = dated(RELIABLE, Terms(MONDAY)).spans
    starts = {key: WEEKDAYS.number(span.start) - WEEKDAYS.number(MONDAY) for key, span in spans.items()}

    assert starts == dict(zip("ABCDEFGHIJKLMN", (0, 2, 6, 16, 16, 20, 22, 29, 16, 25, 33, 33, 38, 38), strict=True))
