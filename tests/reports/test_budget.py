"""Workload and budget on paper."""

import pytest
from press_room import compare, lines, room

KEY = "budget"


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("situation", ["empty", "typical", "extreme"])
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, KEY, language), f"{KEY}.{situation}.{language}")


def test_an_empty_budget_says_so() -> None:
    said = lines(room().build("empty", KEY))

    assert any("Nothing that is bought has been noted yet." in line for line in said)
    assert not any("Hours of open work by month" in line for line in said), "a client without a plan has no weeks"


def test_sums_stand_under_each_other() -> None:
    said = lines(room().build("typical", KEY))
    total = next(line for line in said if line.startswith("In all"))

    assert "RUB" in total or "₽" in total
    assert any("Курс внутренних аудиторов" in line for line in said)
