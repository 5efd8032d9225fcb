"""Dates that nobody can mean are refused wherever one is kept, before a plan or its load is computed from them."""

from collections.abc import Callable
from datetime import date

import pytest
from builders import gaps

from isodesk.domain.arranging import Direction
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput
from isodesk.services.clients import NewClient
from isodesk.services.scheduling import Wish
from isodesk.services.workspace import Services

Keep = Callable[[Services, ClientId, date], object]


def _use_template(s: Services, c: ClientId, day: date) -> object:
    s.plan.add(c, "Дело")
    return s.plan_templates.apply(c, s.plan_templates.keep(c, "Шаблон"), day)


def _build(s: Services, c: ClientId, day: date) -> object:
    gaps(s, c, 1)
    return s.planning.build(c, day)


KEPT: dict[str, Keep] = {
    "objective": lambda s, c, day: s.objectives.change(c, s.objectives.add(c, "Цель"), due_on=day),
    "measurement": lambda s, c, day: s.objectives.measure(c, s.objectives.add(c, "Цель"), day, 1.0),
    "policy": lambda s, c, day: s.objectives.write_policy(c, approved_on=day),
    "risk": lambda s, c, day: s.risks.change(c, [s.risks.add(c, "Риск")], due_on=day),
    "review": lambda s, c, day: s.risks.change(c, [s.risks.add(c, "Риск")], reviewed_on=day),
    "purchase": lambda s, c, day: s.budget.change(c, s.budget.add(c, "Обучение"), due_on=day),
    "target": lambda s, c, day: s.clients.change(c, target_on=day),
    "new client": lambda s, _c, day: s.clients.create(NewClient("Другой", "iso-9001-2026", "ru", 5, target_on=day)),
    "start": lambda s, c, day: s.plan_settings.change(c, start_on=day),
    "order": lambda s, c, day: s.plan_settings.change(c, order_on=day),
    "day off": lambda s, c, day: s.calendar.add(c, day, day, working=not s.calendar.of(c).is_working(day)),
    "forward": lambda s, c, day: s.scheduling.preview(c, Wish(Direction.FORWARD, day), "en"),
    "backward": lambda s, c, day: s.scheduling.preview(c, Wish(Direction.BACKWARD, day), "en"),
    "template": _use_template,
    "build": _build,
}


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 30)])
@pytest.mark.parametrize("keep", KEPT.values(), ids=KEPT)
def test_a_year_that_nobody_can_mean_is_refused(services: Services, client: ClientId, keep: Keep, day: date) -> None:
    with pytest.raises(InvalidInput):
        keep(services, client, day)


@pytest.mark.parametrize("keep", KEPT.values(), ids=KEPT)
def test_a_leap_day_is_kept(services: Services, client: ClientId, keep: Keep) -> None:
    if keep in (KEPT["measurement"], KEPT["policy"]):
        keep(services, client, date(2024, 2, 29))
    else:
        keep(services, client, date(2028, 2, 29))
