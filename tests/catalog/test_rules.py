"""Each rule for content finds its fault, once, and sound content has none."""

from typing import Any

import pytest
from builders import clause, question, question_text, standard

from isodesk.catalog import rules
from isodesk.catalog.standard import Question, Standard


def faults_of(*questions: Question) -> list[str]:
    return rules.question_faults({q.key: q for q in questions})


def test_sound_content_has_no_fault() -> None:
    first, second = question("a.b"), question("a.c", follows=("a.b",))

    assert rules.faults(standard(clause("4"), clause("4.1", "a.b", "a.c"), questions=(first, second))) == []


TEXT_FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"question": "Is " + "x" * 160 + "?"}, "longer than 160"),
    ({"question": "Write it down now."}, "question mark"),
    ({"look_for": ("only one sheet",)}, "look_for needs 2 to 4"),
    ({"look_for": tuple(f"sheet number {n}" for n in range(5))}, "look_for needs 2 to 4"),
    ({"look_for": ("a signed sheet", "short")}, "“short” is empty, too short or padded"),
    ({"why": ""}, "“” is empty"),
    ({"why": "           "}, "is empty, too short or padded"),
    ({"example": " A padded example."}, "padded"),
    ({"action": "Write it all down."}, "without a full stop"),
]


@pytest.mark.parametrize(("text", "fault"), TEXT_FAULTS)
def test_a_fault_of_words_is_found_once(text: dict[str, Any], fault: str) -> None:
    found = faults_of(question("a.b", text=text))

    assert len(found) == 1
    assert found[0].startswith("a.b: en: ")
    assert fault in found[0]


@pytest.mark.parametrize("action", ["Описание целей фирмы", "описать цели фирмы", "Цели фирмы описать"])
def test_a_russian_action_starts_with_an_infinitive(action: str) -> None:
    texts = {"en": question_text(question="Is it so everywhere?"), "ru": question_text("ru", action=action)}

    assert [fault for fault in faults_of(question("a.b", texts=texts)) if "infinitive" in fault] != []


@pytest.mark.parametrize(
    "action", ["Описать цели", "Провести обучение", "Договориться с заводом", "Сберечь записи дня"]
)
def test_every_kind_of_infinitive_is_known(action: str) -> None:
    texts = {"en": question_text(), "ru": question_text("ru", action=action)}

    assert faults_of(question("a.b", texts=texts)) == []


@pytest.mark.parametrize("key", ["context", "Context.issues", "context..issues", "context.issues.", "контекст.а"])
def test_a_key_is_words_joined_by_dots(key: str) -> None:
    assert faults_of(question(key, text={"question": "Is it so everywhere?"})) == [
        f"{key}: the key must be lower-case words joined by dots"
    ]


@pytest.mark.parametrize("effort", [0, 41, -1])
def test_effort_has_bounds(effort: int) -> None:
    assert faults_of(question("a.b", effort=effort)) == ["a.b: effort must be 1 to 40 hours"]


def test_what_a_question_follows_must_be_there() -> None:
    assert faults_of(question("a.b", follows=("a.z",))) == ["a.b: follows “a.z”, which is not there"]


def test_a_circle_of_questions_is_named() -> None:
    found = faults_of(question("a.b", follows=("a.c",)), question("a.c", follows=("a.b",)))

    assert len(found) == 1
    assert "circle" in found[0]
    assert "a.b" in found[0]
    assert "a.c" in found[0]


def test_the_same_words_twice_are_one_question() -> None:
    same = {"question": "Is it so, everywhere?"}
    other = {"question": "is it so everywhere ?"}

    assert faults_of(question("a.b", text=same), question("a.c", text=other)) == ["a.c: asks the same as a.b"]


CLAUSE_FAULTS: list[tuple[Standard, str]] = [
    (standard(clause("4"), clause("4")), "clause 4 stands twice"),
    (standard(clause("4.1")), "clause 4.1 has no parent 4"),
    (standard(clause("4", ru=" ")), "clause 4 has an empty title"),
    (
        standard(clause("4", "a.b"), clause("5", "a.b"), questions=(question("a.b"),)),
        "a.b is asked in more than one clause of iso-test",
    ),
]


@pytest.mark.parametrize(("content", "fault"), CLAUSE_FAULTS, ids=[fault for _, fault in CLAUSE_FAULTS])
def test_a_fault_of_clauses_is_found_once(content: Standard, fault: str) -> None:
    assert rules.faults(content) == [fault]


def test_an_annex_needs_no_clause_of_its_own() -> None:
    assert rules.faults(standard(clause("A.5"), clause("A.5.1"))) == []
