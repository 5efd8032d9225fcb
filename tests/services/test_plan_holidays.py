"""Whatever dates a plan keeps to the client's own calendar, not only to weekends."""

from datetime import UTC, date, datetime

from conftest import StillClock

from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services

HOLIDAYS = date(2027, 1, 4)
"""A Monday amid the New Year holidays of Russia, which end on Sunday the 10th."""
AFTER = date(2027, 1, 11)


def dates(services: Services, client: ClientId) -> list[tuple[date | None, date | None]]:
    return [(task.start, task.due) for task in services.plan.tasks(client, "ru")]


def test_a_shifted_plan_lies_on_no_holiday(services: Services, client: ClientId) -> None:
    services.plan.add(client, "Дело")
    services.plan.shift_to(client, HOLIDAYS)
    assert dates(services, client)[0][0] == AFTER
    services.plan.shift(client, -7)
    assert dates(services, client)[0][0] == AFTER


def test_a_template_is_laid_out_around_holidays(services: Services, client: ClientId) -> None:
    services.plan.add(client, "Дело")
    kept = services.plan_templates.keep(client, "Шаблон")
    services.plan_templates.apply(client, kept, date(2026, 12, 29))
    assert dates(services, client)[1] == (date(2026, 12, 29), date(2027, 1, 13))


def test_a_template_kept_over_holidays_comes_back_as_it_was(services: Services, client: ClientId) -> None:
    made = services.plan.add(client, "Дело")
    services.plan.change(client, [made], start_on=date(2026, 12, 29), due_on=date(2027, 1, 13))
    kept = services.plan_templates.keep(client, "Шаблон")
    services.plan_templates.apply(client, kept, date(2026, 12, 29))
    before, after = dates(services, client)
    assert before == after


def test_what_other_records_put_into_the_plan_keeps_the_holidays(
    services: Services, client: ClientId, clock: StillClock
) -> None:
    """On a Russian New Year's Eve the next working day is in the second week of January."""
    services.plan_settings.change(client, country="RU")
    clock.now = datetime(2026, 12, 31, 9, tzinfo=UTC)
    risk = services.risks.add(client, "The laser stands still", treatment="Sign a service contract")
    objective = services.objectives.add(client, "Fewer rejects")
    calendar = services.calendar.of(client)
    made = {services.risks.add_task(client, risk), services.objectives.add_task(client, objective)}
    for task in services.plan.tasks(client, "en"):
        if task.id in made:
            assert task.start is not None and task.due is not None
            assert calendar.is_working(task.start) and calendar.is_working(task.due)
            assert task.start == calendar.on_or_after(services.workshop.today)
