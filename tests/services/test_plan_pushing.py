"""What waits for a task is moved along in one step, and says beforehand who begins too early."""

from datetime import date

from isodesk.domain.events import Event, PlanChanged
from isodesk.domain.keys import ClientId, TaskId
from isodesk.services.plan import TaskKind, TaskView
from isodesk.services.plan_pushing import too_early
from isodesk.services.workspace import Services
from isodesk.storage.tables import TaskRow


def placed(s: Services, c: ClientId, title: str, first: int, last: int, *before: TaskId) -> TaskId:
    kind = TaskKind.MILESTONE if first == last else TaskKind.TASK
    task = s.plan.add(c, title, kind)
    s.plan.change(c, [task], start_on=date(2026, 12, first), due_on=date(2026, 12, last), is_pinned=False)
    s.plan.set_predecessors(c, task, frozenset(before))
    return task


def view(s: Services, c: ClientId, task: TaskId) -> TaskView:
    return next(found for found in s.plan.tasks(c, "en") if found.id == task)


def test_the_chain_behind_a_task_moves_in_one_step(services: Services, client: ClientId) -> None:
    one = placed(services, client, "One", 1, 4)
    two = placed(services, client, "Two", 3, 4, one)
    end = placed(services, client, "End", 7, 7, two)
    alone = placed(services, client, "Alone", 1, 2)
    assert [task.id for task in too_early(services.plan.tasks(client, "en"), one)] == [two]
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)

    assert services.pushing.push_successors(client, one) == 2

    assert heard == [PlanChanged(client)]
    moved = view(services, client, two)
    assert (moved.start, moved.due) == (date(2026, 12, 7), date(2026, 12, 8))
    assert view(services, client, end).due == date(2026, 12, 8)
    assert view(services, client, alone).start == date(2026, 12, 1)
    assert too_early(services.plan.tasks(client, "en"), one) == ()
    services.history.undo()
    assert view(services, client, two).start == date(2026, 12, 3)
    assert view(services, client, end).due == date(2026, 12, 7)


def test_done_and_pinned_tasks_stay(services: Services, client: ClientId) -> None:
    one = placed(services, client, "One", 1, 4)
    done = placed(services, client, "Done", 2, 3, one)
    pinned = placed(services, client, "Pinned", 3, 4, one)
    services.plan.change(client, [done], done=100)
    with services.workshop.write("pin") as work:
        row = work.session.get(TaskRow, pinned)
        assert row is not None
        row.is_pinned = True

    before = services.history.undoable
    assert services.pushing.push_successors(client, one) == 0
    assert services.history.undoable is before
    assert view(services, client, pinned).is_pinned
    assert [task.id for task in too_early(services.plan.tasks(client, "en"), one)] == [pinned]


def test_tasks_without_dates_and_unknown_tasks_break_nothing(services: Services, client: ClientId) -> None:
    one = placed(services, client, "One", 1, 4)
    two = placed(services, client, "Two", 2, 4, one)
    services.plan.change(client, [two], start_on=None, due_on=None)
    assert services.pushing.push_successors(client, one) == 0
    assert services.pushing.push_successors(client, TaskId("gone")) == 0
    assert too_early(services.plan.tasks(client, "en"), two) == ()


def test_a_baseline_needs_both_days(services: Services, client: ClientId) -> None:
    one = placed(services, client, "One", 1, 4)
    assert view(services, client, one).baseline is None
    with services.workshop.write("approve") as work:
        row = work.session.get(TaskRow, one)
        assert row is not None
        row.baseline_start, row.baseline_due = date(2026, 12, 1), date(2026, 12, 2)
    assert view(services, client, one).baseline == (date(2026, 12, 1), date(2026, 12, 2))
