"""Clause numbers, charts, the rule that nobody audits their own work."""

from datetime import date

import pytest

from isodesk.domain import events
from isodesk.domain.charts import Gantt, GanttBar, SectionBar
from isodesk.domain.keys import ClientId, clause_order, is_within, new_id, section_of
from isodesk.domain.people import Dependence, decoded_signature, dependences

ORDERED = ["4", "4.1", "4.2", "4.10", "8", "8.1", "8.9", "8.9.2", "8.10", "10", "10.1", "A", "A.5", "A.5.1", "A.10"]


def test_clauses_stand_in_the_order_of_the_standard() -> None:
    as_text = sorted(ORDERED)

    assert as_text != ORDERED
    assert sorted(as_text, key=clause_order) == ORDERED


@pytest.mark.parametrize(
    ("number", "ancestor", "within"),
    [("8.4.1", "8.4", True), ("8.4", "8.4", True), ("8.4", "8.4.1", False), ("8.40", "8.4", False), ("18", "8", False)],
)
def test_a_clause_lies_within_another(number: str, ancestor: str, within: bool) -> None:
    assert is_within(number, ancestor) is within


def test_the_section_is_the_first_part_and_in_an_annex_the_first_two() -> None:
    assert [section_of(number) for number in ("8.4.1", "8", "A.5.1")] == ["8", "8", "A.5"]


def test_identifiers_are_never_the_same() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
    assert len(new_id()) == 36


def test_owners_who_audit_themselves_are_named() -> None:
    owners = [("purchasing", "anna"), ("production", "boris"), ("sales", None)]

    assert dependences(["anna", "vera"], owners) == (Dependence("anna", "purchasing"),)
    assert dependences(iter(["anna", "boris"]), owners) == (
        Dependence("anna", "purchasing"),
        Dependence("boris", "production"),
    )
    assert dependences([], owners) == ()


def test_a_bar_leaves_out_what_does_not_apply() -> None:
    assert SectionBar("8", 3, 2, 1, 4, not_applicable=9).total == 10


def test_a_chart_spans_all_its_bars() -> None:
    bars = (
        GanttBar("late", date(2026, 5, 2), date(2026, 5, 9)),
        GanttBar("long", date(2026, 4, 1), date(2026, 6, 1)),
    )

    assert (Gantt(bars).first, Gantt(bars).last) == (date(2026, 4, 1), date(2026, 6, 1))
    assert (Gantt(()).first, Gantt(()).last) == (None, None)


def test_facts_of_one_kind_and_content_are_the_same_fact() -> None:
    client = ClientId("c")
    kinds = [kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, events.Event)]

    assert len(kinds) == 14
    assert len({kind(client) for kind in kinds}) == len(kinds)
    assert events.AnswersChanged(client, ("a",)) == events.AnswersChanged(client, ("a",))


@pytest.mark.parametrize(
    ("name", "decoded"),
    [
        ("Коршунов Андрей Викторович", "А. В. Коршунов"),
        ("Римская-Корсакова Анна Юрьевна", "А. Ю. Римская-Корсакова"),
        ("Коршунов А. В.", "Коршунов А. В."),
        ("Jane Anne Smith", "Jane Anne Smith"),
        ("Коршунов Андрей", "Коршунов Андрей"),
        ("", ""),
    ],
)
def test_a_russian_signature_is_decoded_with_initials_first(name: str, decoded: str) -> None:
    assert decoded_signature(name) == decoded
