"""The arithmetic below the timeline: links in sight, the way of their lines, what becomes of a bar that is pulled."""

import importlib.util
import statistics
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.i18n import speech
from isodesk.ui.widgets.gantt_axis import ZOOMS, Axis
from isodesk.ui.widgets.gantt_body import GanttBody, Part
from isodesk.ui.widgets.gantt_drag import pulled, stepped
from isodesk.ui.widgets.gantt_links import LinkIndex, distance, route

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
NEXT = date(2026, 11, 30)


def weekend(day: date) -> bool:
    return day.weekday() >= 5


def bar(start: date, due: date, **fields: object) -> GanttBar:
    return GanttBar("Task", start, due, **fields)  # type: ignore[arg-type]


def lines(count: int) -> tuple[GanttBar, ...]:
    return tuple(bar(MONDAY + timedelta(n), MONDAY + timedelta(n + 2), key=str(n)) for n in range(count))


pairs = st.lists(st.tuples(st.integers(0, 1999), st.integers(0, 1999)), max_size=40)


@given(pairs, st.integers(0, 1999), st.integers(0, 60))
def test_the_index_finds_just_the_links_that_run_through(found: list[tuple[int, int]], top: int, height: int) -> None:
    index = LinkIndex(lines(2000), [(str(before), str(after)) for before, after in found])
    bottom = top + height
    wanted = [(a, b) for a, b in found if a != b and min(a, b) <= bottom and max(a, b) >= top]
    assert sorted((link.before, link.after) for link in index.through(top, bottom)) == sorted(wanted)


def test_links_to_what_is_not_there_are_left_out() -> None:
    index = LinkIndex((lines(1)[0], None), [("0", "folded"), ("gone", "0"), ("0", "0")])
    assert index.count == 0
    assert index.of(0) == ()


def test_a_link_that_begins_too_early_is_broken_unless_it_is_done() -> None:
    first, early = bar(MONDAY, FRIDAY, key="a"), bar(FRIDAY, NEXT, key="b")
    (link,) = LinkIndex((first, early), [("a", "b")]).of(0)
    assert link.broken
    (link,) = LinkIndex((first, bar(NEXT, NEXT, key="b")), [("a", "b")]).of(1)
    assert not link.broken
    (link,) = LinkIndex((first, bar(FRIDAY, NEXT, key="b", done=1.0)), [("a", "b")]).of(1)
    assert not link.broken
    (link,) = LinkIndex((first, bar(FRIDAY, FRIDAY, key="b", milestone=True)), [("a", "b")]).of(1)
    assert not link.broken


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("gap", [-40, -3, 0, 1, 3, 90])
@pytest.mark.parametrize("down", [1, -3])
def test_lines_go_level_and_upright_from_the_end_to_the_start(zoom: str, gap: int, down: int) -> None:
    first = bar(MONDAY, FRIDAY, key="a")
    then = bar(FRIDAY + timedelta(1 + gap), FRIDAY + timedelta(60 + gap), key="b")
    axis = Axis.around(MONDAY - timedelta(60), FRIDAY + timedelta(200), zoom)
    rows: list[GanttBar | None] = [None] * 8
    rows[4], rows[4 + down] = first, then
    (link,) = LinkIndex(rows, [("a", "b")]).of(4)
    points = route(axis, first, then, link, 32)
    assert points[0] == (axis.x(FRIDAY) + axis.day, 4.5 * 32)
    assert points[-1] == (axis.x(then.start), (4 + down + 0.5) * 32)
    assert points[-2][0] < points[-1][0], "the arrow comes from the left"
    for (x1, y1), (x2, y2) in pairwise(points):
        assert x1 == x2 or y1 == y2
    assert distance(points, *points[2]) == 0


def test_a_moved_bar_keeps_its_working_days_and_never_begins_on_a_day_off() -> None:
    task = bar(MONDAY, FRIDAY)
    assert pulled(task, Part.BODY, 0, weekend) == (MONDAY, FRIDAY)
    assert pulled(task, Part.BODY, 5, weekend) == (NEXT, NEXT + timedelta(4))
    assert pulled(task, Part.BODY, 1, weekend) == (MONDAY + timedelta(1), NEXT)
    milestone = bar(FRIDAY, FRIDAY, milestone=True)
    assert pulled(milestone, Part.BODY, 1, weekend) == (NEXT, NEXT)


def test_edges_never_cross() -> None:
    task = bar(MONDAY, FRIDAY)
    assert pulled(task, Part.DUE, 1, weekend) == (MONDAY, NEXT)
    assert pulled(task, Part.DUE, -30, weekend) == (MONDAY, MONDAY)
    assert pulled(task, Part.START, 30, weekend) == (FRIDAY, FRIDAY)
    assert pulled(task, Part.START, -2, weekend) == (MONDAY, FRIDAY)


def test_keys_step_over_days_off_in_both_directions() -> None:
    task = bar(MONDAY, FRIDAY)
    assert stepped(task, Part.BODY, -1, weekend) == (MONDAY - timedelta(3), FRIDAY - timedelta(1))
    assert stepped(task, Part.BODY, 1, weekend) == (MONDAY + timedelta(1), NEXT)
    assert stepped(task, Part.BODY, 5, weekend) == (NEXT, NEXT + timedelta(4))
    assert stepped(task, Part.DUE, 1, weekend) == (MONDAY, NEXT)
    assert stepped(task, Part.START, -1, weekend) == (MONDAY - timedelta(3), FRIDAY)
    holiday = {NEXT, NEXT + timedelta(1)}
    due = stepped(task, Part.DUE, 1, lambda day: weekend(day) or day in holiday)[1]
    assert due == NEXT + timedelta(2)


@given(
    st.dates(date(1990, 1, 1), date.max),
    st.integers(0, 9000),
    st.integers(-900000, 900000),
    st.sampled_from(list(Part)),
)
def test_no_pull_turns_a_bar_round_or_leaves_the_calendar(start: date, days: int, by: int, part: Part) -> None:
    due = min(start + timedelta(min(days, (date.max - start).days)), date.max)
    first, last = pulled(bar(start, due), part, by, weekend)
    assert first <= last


def body(*rows: GanttBar | None, links: tuple[tuple[str, str], ...] = (), zoom: str = "week") -> GanttBody:
    made = GanttBody()
    made.take(Gantt(tuple(row for row in rows if row), MONDAY, links), rows)
    made.measure(zoom, 32)
    return made


def test_each_part_of_a_bar_can_be_gripped_and_headings_cannot() -> None:
    picture = body(bar(MONDAY, FRIDAY), bar(MONDAY, FRIDAY, group=True), bar(FRIDAY, FRIDAY, milestone=True), None)
    assert picture.axis is not None
    left, right = picture.axis.extent(picture.lines[0] or bar(MONDAY, MONDAY))
    parts = [(left + 1, Part.START), (left + 40, Part.BODY), (right - 1, Part.DUE), (right + 10, Part.HANDLE)]
    assert [picture.grip_at(QPointF(x, 16)).part for x, _part in parts] == [part for _x, part in parts]
    assert picture.grip_at(QPointF(right + 40, 16)).part is Part.NOTHING
    assert picture.grip_at(QPointF(left + 40, 1)).part is Part.NOTHING
    assert picture.grip_at(QPointF(left + 40, 48)).part is Part.NOTHING
    middle = sum(picture.axis.extent(picture.lines[2] or bar(MONDAY, MONDAY))) / 2
    assert {picture.grip_at(QPointF(middle + off, 80)).part for off in (-6, 0, 6)} == {Part.BODY}
    assert picture.grip_at(QPointF(middle, 112)).part is Part.NOTHING
    assert picture.grip_at(QPointF(middle, 4000)).row == -1


def test_a_link_is_found_beside_the_bars() -> None:
    then = bar(NEXT + timedelta(7), NEXT + timedelta(9), key="b")
    picture = body(bar(MONDAY, FRIDAY, key="a"), None, then, links=(("a", "b"),))
    assert picture.axis is not None
    x = picture.axis.extent(picture.lines[0] or then)[1] + 7
    found = picture.grip_at(QPointF(x + 2, 50))
    assert found.part is Part.LINK
    assert found.link is not None
    assert (found.link.before, found.link.after) == (0, 2)
    assert picture.grip_at(QPointF(x + 12, 50)).link is None


def test_the_ends_of_the_calendar_can_be_drawn() -> None:
    for day in (date.min, date.max):
        picture = body(bar(day, day))
        assert picture.axis is not None
        assert list(picture.axis.months(day, day)) is not None
        assert list(picture.axis.quarters(day, day)) is not None


def test_quarters_have_names_in_both_languages() -> None:
    assert speech("ru").quarter(date(2027, 1, 1)) == "I кв. 2027"
    assert speech("en").quarter(date(2027, 12, 31)) == "Q4 2027"
    axis = Axis.around(date(2026, 12, 20), date(2027, 5, 3), "quarter")
    starts = [tick.start for tick in axis.quarters(axis.first, axis.last)]
    assert starts == [date(2026, 10, 1), date(2027, 1, 1), date(2027, 4, 1)]
    assert [tick.days for tick in axis.quarters(axis.first, axis.last)] == [92, 90, 91]


@pytest.fixture(scope="module")
def benchmark() -> Iterator[ModuleType]:
    place = Path(__file__).resolve().parents[2] / "benchmarks" / "gantt.py"
    found = importlib.util.spec_from_file_location("gantt_benchmark", place)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    yield module


def test_two_thousand_lines_with_links_repaint_like_a_table_of_qt(benchmark: ModuleType, qtbot: QtBot) -> None:
    """Measured 0.7 to 1.3; the bound leaves room for a busy machine and none for looking at every link."""
    for zoom, chart, table in benchmark.measured(15, 2000):
        ratio = statistics.median(a / b for a, b in zip(chart, table, strict=True))
        assert ratio < 3, f"{zoom}: {ratio:.1f} times a bare table"


def test_distance_is_to_the_nearest_stroke() -> None:
    corner = [(0.0, 0.0), (10.0, 0.0), (10.0, 30.0)]
    assert distance(corner, 4, -3) == 3
    assert distance(corner, 15, 20) == 5
    assert distance(corner, 13, 34) == 5
