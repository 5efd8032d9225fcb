"""The dates of a plan as a calendar file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from isodesk.domain.keys import ClientId
from isodesk.errors import PrintFailed
from isodesk.reports import plan_dates
from isodesk.services import plan_calendar_file
from isodesk.services.plan import TaskKind
from isodesk.services.workspace import Services

HOSTILE = 'Купить; шкаф, "сейф" \\ <b>&\nвторая строка 🙂'


@pytest.fixture
def planned(services: Services, client: ClientId) -> ClientId:
    task = services.plan.add(client, HOSTILE)
    services.plan.change(
        client, [task], note="строка 1\nстрока 2; a, b", deliverable="Приказ", due_on=date(2028, 2, 29)
    )
    services.plan.add(client, "Стадия 2", TaskKind.MILESTONE)
    done, dateless = services.plan.add(client, "Сделано"), services.plan.add(client, "Без дат")
    services.plan.change(client, [done], done=100)
    services.plan.change(client, [dateless], start_on=None, due_on=None)
    return client


def test_every_open_date_is_a_day_of_its_own(services: Services, planned: ClientId, tmp_path: Path) -> None:
    path = tmp_path / "даты.ics"
    assert plan_dates.write(services, planned, "ru", path, remind_days=3) == 2
    content = path.read_bytes()
    events = Calendar.from_ical(content).walk("VEVENT")

    assert [event["DTSTART"].dt for event in events] == [date(2028, 2, 29), date(2026, 11, 23)]
    assert events[0]["DTEND"].dt == date(2028, 3, 1)
    assert "вторая строка 🙂" in str(events[0]["SUMMARY"])
    assert "строка 1\nстрока 2; a, b" in str(events[0]["DESCRIPTION"])
    assert [alarm["TRIGGER"].dt for alarm in events[0].walk("VALARM")] == [timedelta(days=-3)]
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75


def test_names_stay_when_the_days_move_and_done_work_comes_on_demand(
    services: Services, planned: ClientId, tmp_path: Path
) -> None:
    path = tmp_path / "dates.ics"
    plan_dates.write(services, planned, "en", path)
    before = plan_calendar_file.read_back(path.read_bytes())
    services.plan.shift(planned, 7)
    assert plan_dates.write(services, planned, "en", path) == 2
    assert plan_calendar_file.read_back(path.read_bytes()) == before
    assert plan_dates.write(services, planned, "en", path, open_only=False) == 3


def test_an_empty_plan_is_an_empty_calendar(services: Services, client: ClientId, tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    assert plan_dates.write(services, client, "en", path) == 0
    assert b"BEGIN:VCALENDAR" in path.read_bytes()


def test_a_folder_that_is_not_there_is_said(services: Services, planned: ClientId, tmp_path: Path) -> None:
    with pytest.raises(PrintFailed, match="does not exist"):
        plan_dates.write(services, planned, "en", tmp_path / "no" / "dates.ics")


def test_a_file_that_lost_dates_on_its_way_is_said(
    services: Services, planned: ClientId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_calendar_file, "read_back", lambda _written: frozenset())
    with pytest.raises(PrintFailed, match="did not give all dates"):
        plan_dates.write(services, planned, "en", tmp_path / "dates.ics")
