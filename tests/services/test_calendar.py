"""Calendars of countries, days of a client's own, and the settings of a plan."""

from datetime import date, timedelta

import pytest

from isodesk.domain.arranging import Direction
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput, NotFound
from isodesk.services import public_holidays
from isodesk.services.calendar import OwnDay
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services

SATURDAY = date(2027, 2, 20)


def test_russian_holidays_and_days_moved_by_decree_are_known(services: Services, client: ClientId) -> None:
    calendar = services.calendar.of(client)

    assert services.plan_settings.get(client).country == "RU"
    assert not calendar.is_working(date(2027, 1, 8))
    assert not calendar.is_working(date(2027, 2, 22))
    assert calendar.is_working(SATURDAY)  # worked for 22 February
    assert calendar.is_working(date(2028, 2, 29))


def test_an_english_client_has_british_bank_holidays_until_another_country_is_chosen(services: Services) -> None:
    client = services.clients.create(NewClient("Vector Ltd", "iso-9001-2026", "en"))
    boxing_day = date(2028, 12, 26)
    assert not services.calendar.of(client).is_working(boxing_day)
    assert services.calendar.of(client, "RU").is_working(boxing_day)
    services.plan_settings.change(client, country="")
    assert services.calendar.of(client).is_working(boxing_day)


def test_other_weekends_than_saturday_and_sunday_are_kept(services: Services, client: ClientId) -> None:
    calendar = services.calendar.of(client, "IL")
    friday = date(2027, 1, 8)

    assert not calendar.is_working(friday)
    assert not calendar.is_working(friday + timedelta(days=1))
    assert calendar.is_working(friday + timedelta(days=2))


def test_countries_have_names_in_both_languages(services: Services) -> None:
    english, russian = dict(services.calendar.countries("en")), dict(services.calendar.countries("ru"))

    assert english.keys() == russian.keys()
    assert len(english) > 150
    assert (english["DE"], russian["DE"], russian["RU"]) == ("Germany", "Германия", "Россия")
    assert dict(services.calendar.holidays("RU", 2027, "ru"))[date(2027, 6, 12)] == "День России"
    assert dict(services.calendar.holidays("GB", 2027, "en"))[date(2027, 12, 27)].startswith("Christmas")
    assert services.calendar.holidays("XX", 2027, "en") == ()
    assert public_holidays.days_of("XX", 2026, 2027) == (frozenset(), frozenset())


def test_own_days_are_added_in_one_step_and_taken_away_again(services: Services, client: ClientId) -> None:
    first = date(2026, 12, 24)
    assert services.calendar.add(client, first, first + timedelta(days=6), working=False, name=" Ремонт ") == 5
    assert services.calendar.own_days(client)[0] == OwnDay(first, False, "Ремонт")
    assert not services.calendar.of(client).is_working(first)

    saturday = date(2026, 12, 5)
    assert services.calendar.add(client, saturday, saturday, working=True) == 1
    assert services.calendar.of(client).is_working(saturday)
    services.calendar.add(client, first, first, working=True)
    assert services.calendar.of(client).is_working(first)
    services.calendar.remove(client, [saturday, date(2001, 1, 1)])
    assert not services.calendar.of(client).is_working(saturday)
    for _step in range(4):
        services.history.undo()
    assert services.calendar.own_days(client) == ()


@pytest.mark.parametrize(
    ("first", "last", "working", "name", "field"),
    [
        (date(2026, 12, 2), date(2026, 12, 1), False, "", "last"),
        (date(2026, 12, 2), date(2028, 12, 1), False, "", "last"),
        (date(2026, 12, 5), date(2026, 12, 6), False, "", "first"),
        (date(2026, 12, 7), date(2026, 12, 8), True, "", "first"),
        (date(2026, 12, 7), date(2026, 12, 8), False, "x" * 201, "name"),
    ],
)
def test_days_that_cannot_be_are_refused(
    services: Services, client: ClientId, first: date, last: date, working: bool, name: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        services.calendar.add(client, first, last, working=working, name=name)

    assert caught.value.field == field
    assert services.calendar.own_days(client) == ()


def test_settings_are_the_usual_ones_until_they_are_changed(services: Services, client: ClientId) -> None:
    usual = services.plan_settings.get(client)
    assert (usual.country, usual.direction, usual.currency, usual.hour_rate) == ("RU", Direction.FORWARD, "RUB", 0.0)

    services.plan_settings.change(
        client, order_number=" 12-к ", order_on=date(2026, 11, 20), currency="eur", hour_rate=900
    )
    kept = services.plan_settings.get(client)
    assert (kept.order_number, kept.order_on, kept.currency, kept.hour_rate) == ("12-к", date(2026, 11, 20), "EUR", 900)
    assert kept.country == "RU"
    services.history.undo()
    assert services.plan_settings.get(client) == usual
    with pytest.raises(NotFound):
        services.plan_settings.get(ClientId("gone"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("country", "XX"),
        ("direction", "sideways"),
        ("currency", "€€€"),
        ("hour_rate", -1.0),
        ("hour_rate", float("nan")),
        ("hour_rate", 1e9),
        ("order_number", "x" * 61),
    ],
)
def test_settings_that_cannot_be_are_refused(services: Services, client: ClientId, field: str, value: object) -> None:
    usual = services.plan_settings.get(client)
    with pytest.raises(InvalidInput) as caught:
        services.plan_settings.change(client, **{field: value})

    assert caught.value.field == field
    assert services.plan_settings.get(client) == usual
