"""The content that ships: clauses equal the recorded facts, keys stay, every leaf is asked about, in both languages."""

import csv
from functools import cache
from pathlib import Path

from isodesk.catalog import rules
from isodesk.catalog.shelf import DEFAULT, Shelf
from isodesk.catalog.standard import Standard
from isodesk.domain.people import Role
from isodesk.i18n import LANGUAGES

DATA = Path(__file__).resolve().parents[1] / "data"


@cache
def shipped() -> Standard:
    return Shelf().standard(DEFAULT)


def recorded_clauses() -> list[tuple[str, str, str]]:
    with (DATA / "iso-9001-2026-clauses.tsv").open(encoding="utf-8", newline="") as file:
        return [
            (row["clause"], row["title_en"], row["title_ru"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def test_clauses_and_titles_equal_the_recorded_facts() -> None:
    clauses = [(clause.number, clause.titles["en"], clause.titles["ru"]) for clause in shipped().clauses]

    assert clauses == recorded_clauses()


def test_every_leaf_clause_has_one_to_five_questions() -> None:
    numbers = {clause.number for clause in shipped().clauses}
    leaves = [c for c in shipped().clauses if not any(number.startswith(f"{c.number}.") for number in numbers)]

    assert len(leaves) > 30
    assert {leaf.number: len(leaf.questions) for leaf in leaves if not 1 <= len(leaf.questions) <= 5} == {}


def test_an_assessment_is_long_enough_and_not_too_long() -> None:
    assert 90 <= len(shipped().question_keys) <= 140


def test_the_rules_find_no_fault() -> None:
    assert rules.faults(shipped()) == []
    assert rules.question_faults(Shelf().bank) == []


def test_every_question_speaks_both_languages() -> None:
    """U68."""
    for question in Shelf().bank.values():
        assert set(question.texts) == set(LANGUAGES)
        assert question.texts["ru"].question != question.texts["en"].question
        assert any("а" <= letter <= "я" for letter in question.texts["ru"].question.casefold())
        assert not any("а" <= letter <= "я" for letter in question.texts["en"].question.casefold())


def test_russian_is_written_as_in_print() -> None:
    for question in Shelf().bank.values():
        text = question.texts["ru"]
        words = " ".join((text.question, text.why, text.example, text.action, *text.look_for))
        assert not set(words) & set('ёЁ"—'), question.key


def test_every_question_of_the_bank_is_asked() -> None:
    assert set(Shelf().bank) == set(shipped().question_keys)


def test_every_role_has_something_to_do() -> None:
    assert {question.role for question in shipped().questions.values()} == set(Role)


def test_keys_stay_as_they_were_recorded() -> None:
    """Answers of clients hang on these keys: new ones are added to the list, none is ever renamed or removed."""
    recorded = (DATA / "question-keys.txt").read_text("utf-8").split()

    assert recorded == sorted(set(recorded))
    assert sorted(Shelf().bank) == recorded
