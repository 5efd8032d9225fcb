"""The timeline of a plan of many tasks, scrolled: each repaint against a bare QTableView of the same size.

gantt.py REPAINTS [TASKS]      both are painted into a picture of 1200 x 800 in turn, so that they share the machine
"""

import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QTableView

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.ui import speech, theme
from isodesk.ui.widgets.gantt_axis import ZOOMS
from isodesk.ui.widgets.gantt_body import ROW
from isodesk.ui.widgets.gantt_view import GanttView

SIZE = (1200, 800)
START = date(2026, 3, 2)
COLUMNS = ("Task", "Responsible", "Start", "Due", "Done", "State", "Hours", "Waits for", "Result", "Clause")


def plan(count: int) -> Gantt:
    """Tasks that begin one after another, a heading before each ten; each waits for one near it, each third for one far
    away."""
    bars: list[GanttBar] = []
    links: list[tuple[str, str]] = []
    for n in range(count):
        start = START + timedelta(days=n // 5 + _spread(n, 9))
        due = start + timedelta(days=1 + _spread(n + 1, 14))
        if n % 10 == 0:
            bars.append(GanttBar(f"{n} Heading", start, due + timedelta(days=20), group=True, key=str(n)))
            continue
        approved = (start - timedelta(days=3), due - timedelta(days=2))
        shape = {"milestone": n % 10 == 9, "critical": n % 7 == 0, "pinned": n % 8 == 0, "late": n % 6 == 0}
        bars.append(GanttBar(f"{n} Task", start, due, n % 5 / 4, baseline=approved, key=str(n), **shape))
        links.append((str(max(1, n - 1 - _spread(n + 2, 8))), str(n)))
        if n % 3 == 0:
            links.append((str(1 + _spread(n + 3, n)), str(n)))
    return Gantt(tuple(bars), START + timedelta(days=count // 10), tuple(links))


def _spread(number: int, size: int) -> int:
    """From 0 to `size` - 1, the same at each run, without a pattern that the eye finds."""
    return number * 7919 % 10007 % size


def table(count: int) -> QTableView:
    """What Qt does alone: words in ten columns, kept and painted in C++."""
    model = QStandardItemModel(count, len(COLUMNS))
    model.setHorizontalHeaderLabels(COLUMNS)
    for row in range(count):
        for column, title in enumerate(COLUMNS):
            model.setItem(row, column, QStandardItem(f"{title} {row}"))
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.verticalHeader().setDefaultSectionSize(ROW)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view


def repaint(view: QAbstractScrollArea, step: int) -> float:
    """Milliseconds of one repaint after scrolling down by a step, and sideways where there is room."""
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()
    down.setValue(step * 67 % max(1, down.maximum()))
    across.setValue(across.maximum() * down.value() // max(1, down.maximum()))
    picture = QPixmap(view.size())
    began = time.perf_counter()
    view.render(picture)
    return (time.perf_counter() - began) * 1000


def measured(repaints: int, count: int) -> Iterator[tuple[str, list[float], list[float]]]:
    """For each zoom: the times of the chart and those of the table, taken in turn."""
    chart, bare = GanttView(), table(count)
    chart.set_chart(plan(count))
    for view in (chart, bare):
        view.resize(*SIZE)
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        view.show()
    for zoom in ZOOMS:
        chart.set_zoom(zoom)
        repaint(chart, 0)
        repaint(bare, 0)
        pairs = [(repaint(chart, step), repaint(bare, step)) for step in range(1, repaints + 1)]
        yield zoom, [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def main(repaints: int, count: int) -> None:
    """Prints median, p95 and the ratio to the table."""
    app = theme.application(sys.argv[:1])
    speech.set_language(app, "ru")
    theme.apply(app, "light")
    links = len(plan(count).links)
    print(f"\nTimeline of {count} lines and {links} links at {SIZE[0]} x {SIZE[1]}, scrolled, {repaints} repaints")
    for zoom, chart, bare in measured(repaints, count):
        ratio = statistics.median(a / b for a, b in zip(chart, bare, strict=True))
        p95 = sorted(chart)[int(len(chart) * 0.95)]
        print(
            f"  {zoom:<8} median {statistics.median(chart):5.1f} ms   p95 {p95:5.1f} ms"
            f"   bare table {statistics.median(bare):5.1f} ms   x {ratio:.2f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
