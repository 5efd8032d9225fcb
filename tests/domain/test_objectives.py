"""Where an objective stands is told from base, target and values; what a policy seems to hold, from its words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.charts import Trend
from isodesk.domain.objectives import Aim, Course, Lack, Measured, lacking
from isodesk.domain.policy import Commitment, Field, commitments_of, fields_of, seem_there

START = date(2026, 1, 1)
DUE = date(2026, 12, 31)
TODAY = date(2026, 7, 1)
numbers = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 3))
days = st.integers(0, 700).map(lambda step: START + timedelta(days=step))
measured = st.lists(st.builds(Measured, days, numbers), max_size=8, unique_by=lambda value: value.day)


def values(*pairs: tuple[int, float]) -> list[Measured]:
    """Values by days after the start."""
    return [Measured(START + timedelta(days=step), value) for step, value in pairs]


@pytest.mark.parametrize(
    ("base", "target", "given_values", "course"),
    [
        (2.4, None, values((0, 2.4)), Course.OPEN),
        (2.4, 1.5, [], Course.UNMEASURED),
        (2.4, 1.5, values((0, 2.4)), Course.ON_COURSE),
        (2.4, 1.5, values((0, 2.4), (100, 2.1)), Course.ON_COURSE),
        (2.4, 1.5, values((0, 2.4), (180, 2.3)), Course.BEHIND),
        (2.4, 1.5, values((0, 2.6)), Course.BEHIND),
        (2.4, 1.5, values((0, 2.4), (180, 1.5)), Course.REACHED),
        (2.4, 1.5, values((0, 2.4), (100, 1.4), (180, 1.6)), Course.ON_COURSE),
        (88, 95, values((0, 88), (180, 96)), Course.REACHED),
        (88, 95, values((0, 88), (180, 87)), Course.BEHIND),
        (None, 95, values((0, 88), (180, 91)), Course.BEHIND),
        (None, 95, values((0, 88), (180, 92)), Course.ON_COURSE),
        (None, 0, values((0, 0), (90, 0)), Course.REACHED),
        (None, 0, values((0, 0), (90, 1)), Course.BEHIND),
    ],
)
def test_the_course(base: float | None, target: float | None, given_values: list[Measured], course: Course) -> None:
    assert Aim(base, target, DUE).course(given_values, TODAY) is course


def test_after_its_day_an_objective_is_reached_or_missed() -> None:
    late = DUE + timedelta(days=1)
    aim = Aim(2.4, 1.5, DUE)
    assert aim.course(values((0, 2.4), (300, 1.6)), late) is Course.MISSED
    assert aim.course([], late) is Course.MISSED
    assert aim.course(values((0, 2.4), (366, 1.5)), late) is Course.REACHED
    assert aim.course(values((0, 2.4), (300, 1.6)), DUE) is not Course.MISSED


def test_without_a_day_nothing_is_missed_and_any_advance_is_on_course() -> None:
    aim = Aim(2.4, 1.5, None)
    assert aim.course(values((0, 2.4), (900, 2.3)), date(2050, 1, 1)) is Course.ON_COURSE
    assert aim.course(values((0, 2.5)), date(2050, 1, 1)) is Course.BEHIND


@given(st.none() | numbers, st.none() | numbers, measured)
def test_a_share_stays_between_nothing_and_all(
    base: float | None, target: float | None, given_values: list[Measured]
) -> None:
    share = Aim(base, target, DUE).share(given_values)
    assert (share is None) == (target is None or not given_values)
    assert share is None or 0 <= share <= 1


@given(numbers, numbers, numbers, numbers)
def test_a_value_nearer_to_the_target_is_never_less_of_the_way(
    base: float, target: float, first: float, second: float
) -> None:
    if base == target:
        return
    low, high = sorted((base, target))
    near, far = sorted((min(max(v, low), high) for v in (first, second)), key=lambda value: abs(value - target))
    aim = Aim(base, target, DUE)
    nearer, farther = aim.share(values((10, near))), aim.share(values((10, far)))
    assert nearer is not None
    assert farther is not None
    assert nearer >= farther


@given(numbers, numbers, measured, days)
def test_reached_is_what_the_last_value_says_alone(
    base: float, target: float, given_values: list[Measured], today: date
) -> None:
    aim = Aim(base, target, DUE)
    reached = aim.course(given_values, today) is Course.REACHED
    last = max(given_values, key=lambda value: value.day, default=None)
    if last is None:
        assert not reached
    elif base < target:
        assert reached == (last.value >= target)
    elif base > target:
        assert reached == (last.value <= target)
    else:
        assert reached == (last.value == target)


@given(st.none() | numbers, st.none() | numbers, st.none() | days, measured, days, st.randoms())
def test_the_order_in_which_values_come_does_not_matter(
    base: float | None,
    target: float | None,
    due: date | None,
    given_values: list[Measured],
    today: date,
    chance: object,
) -> None:
    shuffled = list(given_values)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    aim = Aim(base, target, due)
    assert aim.course(shuffled, today) is aim.course(given_values, today)
    assert aim.share(shuffled) == aim.share(given_values)


def test_what_lacks_is_named_in_the_order_of_the_form() -> None:
    assert lacking(measure="", target=None, owner=None, due=None, evaluation="") == tuple(Lack)
    assert lacking(measure="m", target=0.0, owner="x", due=DUE, evaluation="e") == ()


def test_a_trend_shows_all_days_and_values() -> None:
    trend = Trend(((START, 3.0), (TODAY, 5.0)), 2.0, 9.0, DUE)
    assert (trend.days, trend.span) == ((START, DUE), (2.0, 9.0))
    assert (Trend(()).days, Trend(()).span) == (None, None)


def test_standards_have_their_fields_whatever_the_edition() -> None:
    keys = ("iso-iec-27001-2022", "iso-9001-2015", "iso-45001-2018", "own-1-2020")
    assert fields_of(keys) == (Field.QUALITY, Field.SAFETY, Field.SECURITY)
    assert fields_of(["iso-14001"]) == (Field.ENVIRONMENT,)


def test_each_standard_asks_for_its_commitments() -> None:
    always = {Commitment.PURPOSE, Commitment.FRAME, Commitment.REQUIREMENTS, Commitment.IMPROVEMENT}
    assert set(commitments_of(["iso-9001-2026"])) == always
    assert set(commitments_of(["iso-14001-2026"])) - always == {Commitment.ENVIRONMENT}
    safety = {Commitment.HAZARDS, Commitment.CONDITIONS, Commitment.CONSULTATION}
    assert set(commitments_of(["iso-45001-2018"])) - always == safety
    assert commitments_of([]) == commitments_of(["iso-9001-2015"])


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("We PREVENT pollution.", Commitment.ENVIRONMENT),
        ("Предотвращаем загрязнение", Commitment.ENVIRONMENT),
        ("Ставим измеримые цели", Commitment.FRAME),
        ("We eliminate every hazard", Commitment.HAZARDS),
        ("Консультируемся с работниками и обеспечиваем их участие", Commitment.CONSULTATION),
        ("Постоянно совершенствуем систему", Commitment.IMPROVEMENT),
    ],
)
def test_words_are_found_in_both_languages(text: str, commitment: Commitment) -> None:
    assert commitment in seem_there(text)


def test_the_whole_is_no_objective_and_nothing_holds_nothing() -> None:
    assert Commitment.FRAME not in seem_there("В целом мы молодцы")
    assert seem_there("") == frozenset()
    assert seem_there("<&\"' 😀 123") == frozenset()


def test_a_word_of_the_activity_shows_that_the_policy_is_the_clients() -> None:
    assert Commitment.PURPOSE in seem_there("Наши детали точны", "Изготовление деталей машин")
    assert Commitment.PURPOSE not in seem_there("Мы лучшие", "Изготовление деталей")


@given(st.text(max_size=300), st.text(max_size=50))
def test_any_text_can_be_looked_at_and_more_words_never_lose_a_commitment(text: str, more: str) -> None:
    assert seem_there(text) <= seem_there(f"{text} {more}")
