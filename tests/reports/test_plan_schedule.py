"""The certification plan."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from press_room import NOON, compare, lines, room

from isodesk.domain.people import Role
from isodesk.i18n import speech
from isodesk.reports import letterhead, plan_schedule
from isodesk.reports.blocks import Approval, Facts, Figures, GanttTable, Signatures
from isodesk.reports.document import Document
from isodesk.reports.plan_schedule import Planned
from isodesk.services.plan import TaskKind
from isodesk.services.plan_views import Baseline

WORDS = speech("en")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("situation", ["empty", "typical", "extreme"])
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, "plan", language), f"plan.{situation}.{language}")


def schedule(document: Document) -> GanttTable:
    return next(b for section in document.sections for b in section.blocks if isinstance(b, GanttTable))


def planned(situation: str = "typical") -> Planned:
    services, client = room().services, room().known[situation].client
    return Planned(
        services.clients.get(client),
        services.plan.tasks(client, "en"),
        services.team.people(client),
        {("iso-9001-2026", "4"): "Context of the organization"},
    )


def build(plan: Planned) -> Document:
    head = letterhead.of(room().services, plan.client.id, "en")
    return plan_schedule.build(plan, head, WORDS)


def fact(document: Document, label: str) -> str:
    return dict(next(b for b in document.sections[0].blocks if isinstance(b, Facts)).rows)[label]


def test_tasks_have_the_numbers_of_the_screen_and_bars_of_their_dates() -> None:
    tasks = planned().tasks
    rows = [row for row in schedule(room().build("typical", "plan")).rows if row.cells[0]]
    assert [row.cells[0] for row in rows] == [str(task.number) for task in tasks]
    for row, task in zip(rows, tasks, strict=True):
        assert row.bar is not None
        assert (row.bar.start, row.bar.due, row.bar.critical) == (task.start, task.due, task.critical)
        assert row.bar.milestone == (task.kind is TaskKind.MILESTONE)


def test_sections_of_the_standard_stand_over_their_tasks_and_span_them() -> None:
    table = schedule(room().build("typical", "plan"))
    heads = [index for index, row in enumerate(table.rows) if not row.cells[0]]
    assert table.rows[heads[0]].cells[1] == "4 Context of the organization"
    inside = [row.bar for row in table.rows[heads[0] + 1 : heads[1]] if row.bar]
    bracket = table.rows[heads[0]].bar
    assert bracket is not None
    assert bracket.group
    assert bracket.start == min(bar.start for bar in inside)
    assert bracket.due == max(bar.due for bar in inside)


def test_an_order_of_ones_own_is_printed_as_one_list() -> None:
    plan = planned()
    mixed = replace(plan, tasks=(*plan.tasks[1:], plan.tasks[0]))
    assert all(row.cells[0] for row in schedule(build(mixed)).rows)


def test_a_task_without_dates_has_no_bar_and_stays_in_the_table() -> None:
    plan = planned()
    undated = replace(plan.tasks[0], start=None, due=None)
    rows = schedule(build(replace(plan, tasks=(undated,)))).rows
    assert [row.bar for row in rows] == [None, None]
    assert rows[1].cells[1] == undated.title


def test_the_head_approves_and_today_is_the_day_of_the_print() -> None:
    document = room().build("typical", "plan")
    approval = next(b for b in document.sections[0].blocks if isinstance(b, Approval))
    assert (approval.approver.post, approval.approver.name) == ("Генеральный директор", "Соколов А. В.")
    assert approval.approver.date is None
    assert schedule(document).today == NOON.date() == document.date


def test_what_is_done_and_overdue_is_counted() -> None:
    work = planned().work
    figures = next(b for b in room().build("typical", "plan").sections[0].blocks if isinstance(b, Figures))
    overdue = sum(task.due is not None and task.done < 100 and task.due < NOON.date() for task in work)
    assert [value for value, _ in figures.items[:3]] == [
        str(len(work)),
        str(sum(task.done == 100 for task in work)),
        str(overdue),
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (12, "12 calendar days"),
        (1, "1 calendar day"),
        (0, "0 calendar days"),
        (-3, "None: the plan ends 3 days after the target date"),
        (-1, "None: the plan ends 1 day after the target date"),
    ],
)
def test_the_reserve_is_what_lies_between_plan_and_target(days: int, said: str) -> None:
    plan = planned()
    assert plan.ends is not None
    target = replace(plan.client, target_on=plan.ends + timedelta(days=days))
    assert fact(build(replace(plan, client=target)), "Reserve") == said


def test_without_a_target_nothing_is_promised() -> None:
    plan = planned()
    assert fact(build(replace(plan, client=replace(plan.client, target_on=None))), "Reserve") == "–"


def test_nobody_agrees_to_their_own_plan() -> None:
    signatures = [b for s in room().build("typical", "plan").sections for b in s.blocks if isinstance(b, Signatures)]
    assert [(row.role, row.name) for row in signatures[0].rows] == [("Prepared by", "Иванова А. А."), ("Agreed", "")]


def test_work_without_an_owner_is_named_last_and_marked() -> None:
    plan = planned()
    first = replace(plan.tasks[0], owner=None, owner_name="")
    said = lines(build(replace(plan, tasks=(first, *plan.tasks[1:]))))
    row = next(line for line in said if line.startswith("Not named yet"))
    assert said.index(row) > max(said.index(line) for line in said if line.startswith("Соколов А. В. | Ген"))
    assert "| 1 |" in row


def test_an_empty_plan_is_one_page_to_sign() -> None:
    document = room().build("empty", "plan")
    assert "The plan has no tasks yet." in lines(document)
    assert [section.orientation for section in document.sections] == ["portrait", "portrait"]
    assert not document.sections[1].new_page


def test_a_plan_without_dates_has_no_period() -> None:
    plan = planned()
    undated = tuple(replace(task, start=None, due=None) for task in plan.tasks)
    assert fact(build(replace(plan, tasks=undated)), "Period") == ""
    assert fact(build(plan), "Period").startswith(WORDS.date(date(2026, 10, 5)))


def test_the_table_has_the_columns_of_a_plan() -> None:
    plan = planned()
    titles = [column.title for column in schedule(build(plan)).columns]
    assert titles == ["No.", "Work", "Clause", "Result", "Responsible", "Start, due", "Done (mark)"]
    nobody = replace(plan.tasks[0], owner=None, owner_name="", role=Role.IT)
    rows = schedule(build(replace(plan, tasks=(nobody,)))).rows
    assert rows[1].cells[4] == "(IT)"
    assert "nobody is named yet" in str(build(replace(plan, tasks=(nobody,))))


def test_what_strays_from_the_baseline_is_said() -> None:
    plan = planned()
    first = plan.tasks[0]
    assert first.due is not None
    moved = replace(first, done=0, done_on=None, baseline_start=first.start, baseline_due=first.due - timedelta(days=7))
    document = build(replace(plan, tasks=(moved,), baseline=Baseline(date(2026, 11, 23), moved.baseline_due, 5)))  # type: ignore[arg-type]
    assert schedule(document).rows[1].cells[5].endswith("(+5 d.)")
    assert fact(document, "Baseline").startswith("kept on 23 Nov 2026")
    assert fact(document, "Baseline").endswith("now 5 working days later")
    earlier = replace(moved, baseline_due=first.due + timedelta(days=7))
    assert "(−5 d.)" in schedule(build(replace(plan, tasks=(earlier,)))).rows[1].cells[5]


def test_hours_and_money_add_up() -> None:
    plan = planned()
    dear = replace(plan.tasks[0], effort=8.0, effort_actual=6.0, cost=1500.0, cost_actual=900.0)
    text = str(build(replace(plan, tasks=(dear,))))
    assert "Planned in all: 8 hours of work; spent so far: 6 hours; planned costs: 1,500; actual costs: 900." in text


def test_more_than_fourteen_months_are_drawn_by_months() -> None:
    from isodesk.reports.pdf.gantt import axes

    plan = planned()
    last = replace(plan.tasks[-1], start=date(2028, 2, 29), due=date(2028, 2, 29))
    bars = [row.bar for row in schedule(build(replace(plan, tasks=(*plan.tasks[:-1], last)))).rows if row.bar]
    assert not any(axis.weekly for axis in axes(bars, 300.0))
