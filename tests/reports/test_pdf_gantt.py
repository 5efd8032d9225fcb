import io
from dataclasses import replace
from datetime import date

import pypdf
import specimen

from isodesk.domain.charts import GanttBar
from isodesk.reports import pdf
from isodesk.reports.blocks import Column, GanttRow, GanttTable
from isodesk.reports.document import Section
from isodesk.reports.pdf.gantt import axes
from isodesk.reports.pdf.pieces import MM


def bar(start: date, due: date) -> GanttBar:
    return GanttBar("", start, due)


def test_fourteen_months_are_one_strip_by_weeks() -> None:
    (axis,) = axes([bar(date(2026, 1, 20), date(2027, 2, 3))], 150 * MM)
    assert axis.weekly
    assert (axis.start, axis.end) == (date(2026, 1, 1), date(2027, 3, 1))
    assert axis.weeks()[0] == date(2026, 1, 5)
    assert len(axis.months()) == 14


def test_a_longer_plan_splits_at_half_years() -> None:
    strips = axes([bar(date(2026, 3, 20), date(2027, 8, 3))], 80 * MM)
    assert [strip.start for strip in strips] == [date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1), date(2027, 7, 1)]
    assert [strip.end for strip in strips[:-1]] == [strip.start for strip in strips[1:]]
    assert not any(strip.weekly for strip in strips)


def test_wide_paper_takes_two_half_years_at_once() -> None:
    assert len(axes([bar(date(2026, 3, 20), date(2027, 8, 3))], 150 * MM)) == 2


def test_every_bar_is_on_a_strip() -> None:
    bars = [bar(date(2026, 6, 30), date(2026, 7, 1)), bar(date(2028, 12, 31), date(2028, 12, 31))]
    strips = axes(bars, 80 * MM)
    assert sum(strip.shows(bars[0]) for strip in strips) == 2
    assert sum(strip.shows(bars[1]) for strip in strips) == 1


def test_nothing_is_drawn_outside_the_axis() -> None:
    (axis,) = axes([bar(date(2026, 1, 1), date(2026, 1, 31))], 100)
    assert axis.at(date(2020, 1, 1), 100) == 0
    assert axis.at(date(2026, 1, 16), 100) == 15 / 31 * 100
    assert axis.at(date(2030, 1, 1), 100) == 100


def test_the_end_of_time_is_survived() -> None:
    assert axes([bar(date(9999, 12, 1), date.max)], 100)
    assert axes([bar(date(9990, 1, 1), date.max)], 100)


def test_the_baseline_is_explained_only_where_there_is_one() -> None:
    def said(*bars: GanttBar) -> str:
        table = GanttTable((Column("Task"),), tuple(GanttRow((bar.label,), bar) for bar in bars))
        document = replace(specimen.every_block("en"), sections=(Section((table,)),))
        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages)

    plain = bar(date(2026, 3, 2), date(2026, 3, 20))
    kept = replace(plain, baseline=(date(2025, 1, 1), date(2026, 3, 10)))
    beyond = replace(plain, milestone=True, baseline=(date(2030, 1, 1), date.max))
    assert "baseline" not in said(plain)
    assert "Thin line below a bar: the baseline." in said(plain, kept, beyond)
