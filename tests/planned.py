"""Plans for the tests of scheduling: any shape, without circles, some of it done or dated by hand."""

from datetime import date, timedelta

from hypothesis import strategies as st

from isodesk.domain.arranging import Direction, Terms
from isodesk.domain.calendar import WorkingCalendar
from isodesk.domain.schedule import Span, WorkItem

FIRST = date(2028, 1, 3)
OWNERS = ["anna", "boris", "idle", None]
WEEKS = {"anna": 10.0, "boris": 37.5, "idle": 0.0}
days = st.dates(FIRST, date(2028, 6, 30))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A few days, weekends too."""
    start = draw(days)
    return Span(start, start + timedelta(days=draw(st.integers(0, 20))))


@st.composite
def plans(draw: st.DrawFn, *, fixed: bool = True) -> list[WorkItem]:
    """Tasks that wait only for earlier ones, so that no circle is possible."""
    items: list[WorkItem] = []
    for index in range(draw(st.integers(0, 14))):
        before = draw(st.sets(st.integers(0, index - 1), max_size=3)) if index else set()
        span = draw(st.none() | st.none() | spans()) if fixed else None
        items.append(
            WorkItem(
                f"t{index}",
                draw(st.sampled_from([0, 0.5, 1, 2, 3, 7.5, 40])),
                draw(st.sampled_from(OWNERS)),
                tuple(f"t{number}" for number in sorted(before)),
                draw(st.integers(0, 3)),
                draw(st.none() | days),
                span,
                done=span is not None and draw(st.booleans()),
            )
        )
    return draw(st.permutations(items))


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    """Either direction, with holidays, worked weekends and targets that can be met or not."""
    target = draw(st.none() | st.dates(date(2027, 12, 1), date(2029, 12, 31)))
    return Terms(
        draw(days),
        WorkingCalendar(draw(st.frozensets(days, max_size=15)), draw(st.frozensets(days, max_size=10))),
        WEEKS,
        draw(st.sampled_from(list(Direction))),
        target,
    )
