"""Filled in and ready are two numbers (ux.md 3.1), and both stay between nothing and all."""

from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.conformity import BY_DIGIT, MATURITY, Conformity, EffortSize, Importance
from isodesk.domain.progress import Progress

verdicts = st.lists(st.none() | st.sampled_from(Conformity))


@given(verdicts)
def test_counts_add_up_to_the_questions(given_verdicts: list[Conformity | None]) -> None:
    progress = Progress.of(given_verdicts)

    assert progress.total == len(given_verdicts)
    assert progress.answered + progress.unanswered == progress.total
    assert progress.answered == sum(verdict is not None for verdict in given_verdicts)
    assert progress.ready_points == sum(verdict.weight for verdict in given_verdicts if verdict)


@given(verdicts)
def test_shares_stay_between_nothing_and_all(given_verdicts: list[Conformity | None]) -> None:
    progress = Progress.of(given_verdicts)

    assert 0 <= progress.filled <= 1
    assert 0 <= progress.ready <= 1


@given(verdicts, verdicts)
def test_two_parts_count_like_the_whole(first: list[Conformity | None], second: list[Conformity | None]) -> None:
    assert Progress.of(first) + Progress.of(second) == Progress.of([*first, *second])


def test_all_filled_in_is_not_all_ready() -> None:
    progress = Progress.of([Conformity.ABSENT] * 3 + [Conformity.PARTLY])

    assert progress.filled == 1
    assert progress.ready == 0.125


def test_what_does_not_apply_counts_for_nothing() -> None:
    progress = Progress.of([Conformity.CONFORMS, Conformity.NOT_APPLICABLE])

    assert progress.applicable == 1
    assert progress.ready == 1


def test_an_open_question_counts_against_readiness() -> None:
    assert Progress.of([Conformity.CONFORMS, None]).ready == 0.5


def test_nothing_asked_is_nothing_reached() -> None:
    assert (Progress().filled, Progress().ready) == (0, 0)
    assert Progress.of([Conformity.NOT_APPLICABLE]).ready == 0


def test_only_partly_and_absent_are_gaps() -> None:
    assert [verdict for verdict in Conformity if verdict.is_gap] == [Conformity.PARTLY, Conformity.ABSENT]


def test_digits_give_the_verdicts_in_their_order() -> None:
    assert list(BY_DIGIT.values()) == list(Conformity)
    assert list(BY_DIGIT) == [1, 2, 3, 4]


def test_maturity_has_six_levels() -> None:
    assert list(MATURITY) == [0, 1, 2, 3, 4, 5]


def test_the_most_important_comes_first() -> None:
    assert sorted(Importance, key=lambda level: level.rank) == list(Importance)
    assert Importance.CRITICAL.rank == 0


def test_effort_has_the_sizes_of_the_plan() -> None:
    hours = {0: "S", 4: "S", 4.5: "M", 12: "M", 12.5: "L", 24: "L", 24.5: "XL", 400: "XL"}

    assert {hour: EffortSize.of(hour).value for hour in hours} == hours
