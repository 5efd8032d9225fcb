"""Numbers of records, grades of findings and the way of a nonconformity."""

from datetime import date
from itertools import product

import pytest

from isodesk.domain.audits import VERDICT_BY_DIGIT, Grade, RecordKind, Stage, Treatment, Verdict, record_number

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "sequence", "language", "number"),
    [
        (RecordKind.AUDIT, 2, "ru", "ПА-26-02"),
        (RecordKind.NONCONFORMITY, 7, "ru", "НС-26-007"),
        (RecordKind.OPPORTUNITY, 12, "ru", "ВУ-26-012"),
        (RecordKind.AUDIT, 100, "en", "IA-26-100"),
        (RecordKind.NONCONFORMITY, 1, "en", "NC-26-001"),
        (RecordKind.OPPORTUNITY, 1000, "en", "OI-26-1000"),
        (RecordKind.AUDIT, 1, "de", "IA-26-01"),
    ],
)
def test_a_number_says_what_when_and_which(kind: RecordKind, sequence: int, language: str, number: str) -> None:
    assert record_number(kind, 2026, sequence, language) == number


def test_the_year_has_two_digits_in_every_decade() -> None:
    assert record_number(RecordKind.AUDIT, 2005, 1, "en") == "IA-05-01"


def test_an_opportunity_is_no_nonconformity() -> None:
    assert [grade for grade in Grade if grade.is_nonconformity] == [Grade.MAJOR, Grade.MINOR]


def test_digits_mean_the_same_as_in_the_assessment() -> None:
    assert VERDICT_BY_DIGIT == {
        1: Verdict.CONFORMS,
        2: Verdict.REMARK,
        3: Verdict.NONCONFORMING,
        4: Verdict.NOT_CHECKED,
    }


def treated(steps: int) -> Treatment:
    """A treatment whose first `steps` steps are complete."""
    return Treatment(
        correction="Sorted out" if steps > 0 else " ",
        cause="No list" if steps > 1 else "\n",
        action="Make a list" if steps > 2 else "",
        responsible=steps > 2,
        due=DAY if steps > 2 else None,
        done_on=DAY if steps > 3 else None,
        verified_on=DAY if steps > 4 else None,
        effective=True if steps > 4 else None,
    )


@pytest.mark.parametrize(("steps", "stage"), list(enumerate(Stage)))
def test_a_nonconformity_goes_through_five_steps(steps: int, stage: Stage) -> None:
    assert treated(steps).stage is stage
    assert treated(steps).done == tuple(index < steps for index in range(5))


@pytest.mark.parametrize("responsible,due", [(True, None), (False, DAY), (False, None)])
def test_an_action_needs_someone_and_a_date(responsible: bool, due: date | None) -> None:
    assert Treatment("a", "b", "c", responsible, due).stage is Stage.ACTION


@pytest.mark.parametrize("effective", [False, None])
def test_only_what_worked_is_closed(effective: bool | None) -> None:
    assert Treatment("a", "b", "c", True, DAY, DAY, DAY, effective).stage is Stage.VERIFICATION


def test_overdue_is_past_its_date_and_not_done() -> None:
    for due, done, today in product((None, DAY), (None, DAY), (DAY, date(2026, 11, 24))):
        late = due is not None and done is None and today > due
        assert Treatment(due=due, done_on=done).is_overdue(today) is late
