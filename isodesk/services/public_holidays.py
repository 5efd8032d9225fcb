"""Public holidays of countries, from the `holidays` package: no network, both languages' names of countries."""

from datetime import date
from functools import lru_cache

from isodesk.domain.calendar import each_day

Days = tuple[frozenset[date], frozenset[date]]
_FRIDAY = 4


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """ISO 3166 codes of the countries whose holidays are known."""
    from holidays.utils import list_supported_countries

    return frozenset(code for code in list_supported_countries() if len(code) == 2)


@lru_cache(maxsize=4)
def named_countries(language: str) -> tuple[tuple[str, str], ...]:
    """(code, name in `language`) of every country with holidays, by name."""
    from babel import Locale

    from isodesk.services.fields import folded

    names = Locale(language).territories
    return tuple(sorted(((code, names.get(code, code)) for code in countries()), key=lambda pair: folded(pair[1])))


@lru_cache(maxsize=16)
def days_of(country: str, first_year: int, last_year: int) -> Days:
    """Days off and worked weekend days of a country: holidays, days moved by decree where the package knows the
    decree (Russia: to the year that is published), and weekends other than Saturday and Sunday."""
    if country not in countries():
        return frozenset(), frozenset()
    import holidays

    years = range(first_year, last_year + 1)
    known = holidays.country_holidays(country, years=years)
    off = frozenset(known)
    moved = frozenset(known.weekend_workdays)
    weekend = set(known.weekend)
    if weekend == {5, 6}:
        return off, moved
    all_days = list(each_day(date(first_year, 1, 1), date(last_year, 12, 31)))
    free = {day for day in all_days if day.weekday() in weekend and day.weekday() <= _FRIDAY}
    worked = {day for day in all_days if day.weekday() > _FRIDAY and day.weekday() not in weekend and day not in off}
    return off | (free - moved), moved | worked


@lru_cache(maxsize=64)
def names_of(country: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
    """The holidays of a year with their names, in `language` where the package has them, else in the country's own."""
    if country not in countries():
        return ()
    import holidays

    known = holidays.country_holidays(country, years=year)
    for wanted in (language, "en_US", "en_GB"):
        if wanted in known.supported_languages:
            known = holidays.country_holidays(country, years=year, language=wanted)
            break
    return tuple(sorted(known.items()))
