"""Whatever dates a plan keeps to the client's own calendar, not only to weekends."""

from datetime import date

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
