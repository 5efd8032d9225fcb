"""The content that ships: clauses, documents and review topics equal the recorded facts, keys stay, every leaf is asked
about, in both languages, and shared questions are shared."""

import csv
import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from isodesk.catalog import glossary, rules
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Exclusion, Question, Standard
from isodesk.domain.people import Role
from isodesk.i18n import LANGUAGES

DATA = Path(__file__).resolve().parents[1] / "data"
SIZES = {
    "iso-14001-2015": range(70, 111),
    "iso-14001-2026": range(70, 111),
    "iso-22301-2019": range(60, 91),
    "iso-45001-2018": range(90, 131),
    "iso-9001-2015": range(90, 141),
    "iso-9001-2026": range(90, 141),
    "iso-iec-27001-2022": range(50 + 93, 81 + 2 * 93),
}
"""Questions of each standard (issue 3); for ISO/IEC 27001, 50 to 80 in its clauses and one or two for each control."""
RENAMED = {("iso-iec-27001-2022", "6.1.3 d)", "maintain")}
"""The Statement of Applicability bears the Russian name of the practice, not both names of the fact."""

TERMS_IN_OTHER_WORDS = ("Statement of Applicability",)
"""The fact holds a remark on what an edition probably says; the word of the practice ships."""
SOURCE = re.compile(r"ISO(/IEC)? \d+(-\d)?|ГОСТ Р \d+-\d{4}|\d+-ФЗ")


@cache
def shelf() -> Shelf:
    return Shelf()


@cache
def standards() -> tuple[Standard, ...]:
    return tuple(shelf().standard(key) for key in shelf().shipped)


def recorded(name: str) -> list[dict[str, str]]:
    with (DATA / "standards" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def leaves(standard: Standard) -> list[str]:
    numbers = [clause.number for clause in standard.clauses]
    return [n for n in numbers if not any(other.startswith(f"{n}.") for other in numbers)]


def texts(question: Question, language: str) -> list[str]:
    text = question.texts[language]
    return [text.question, text.why, text.example, text.action, *text.look_for]


def test_terms_equal_the_recorded_ones() -> None:
    facts = [(row["term_en"], row["term_ru"]) for row in recorded("glossary.tsv")]
    shipped = [(term.names["en"], term.names["ru"]) for term in glossary.read()]
    differing = [(fact, term) for fact, term in zip(facts, shipped, strict=True) if fact != term]
    assert [fact[0] for fact, _term in differing] == list(TERMS_IN_OTHER_WORDS)


def test_sources_of_terms_are_designations() -> None:
    sources = {source for term in glossary.read() if term.source for source in term.source.split(", ")}
    assert [source for source in sources if not SOURCE.fullmatch(source)] == []


def test_seven_standards_ship() -> None:
    assert set(shelf().shipped) == set(SIZES)


@pytest.mark.parametrize("key", SIZES)
def test_clauses_and_titles_equal_the_recorded_facts(key: str) -> None:
    clauses = [(clause.number, clause.titles["en"], clause.titles["ru"]) for clause in shelf().standard(key).clauses]

    facts = [(r["clause"], r["title_en"], r["title_ru"]) for r in recorded("clauses.tsv") if r["standard"] == key]
    assert clauses == facts
    assert len(clauses) > 40


@pytest.mark.parametrize("key", SIZES)
def test_every_recorded_document_is_there(key: str) -> None:
    held = {(d.clause, d.kind.value, d.names["en"], d.names["ru"]) for d in shelf().standard(key).documents}
    facts = [r for r in recorded("documents.tsv") if r["standard"] == key]

    missing = [
        row
        for row in facts
        if (row["clause"], row["kind"], row["name_en"], row["name_ru"]) not in held
        and (key, row["clause"], row["kind"]) not in RENAMED
    ]
    assert missing == []
    assert len(held) > len(facts) > 10


@pytest.mark.parametrize("key", SIZES)
def test_every_recorded_topic_of_the_review_is_there(key: str) -> None:
    standard = shelf().standard(key)
    held = {(t.clause, t.direction.value, t.names["en"], t.names["ru"]) for t in standard.review}
    facts = [r for r in recorded("review.tsv") if r["standard"] == key]

    assert {(r["clause"], r["direction"], r["name_en"], r["name_ru"]) for r in facts} <= held
    assert {t.direction.value for t in standard.review} == {"in", "out"}
    assert sum(t.direction.value == "in" for t in standard.review) >= 7


def test_the_crosswalk_equals_the_recorded_facts() -> None:
    from isodesk.catalog.typed_toml import load

    themes = load(shelf()._folder / "crosswalk.toml").values["theme"]
    facts = {row.pop("theme"): row for row in recorded("crosswalk.tsv")}

    assert {theme["key"] for theme in themes} == set(facts)
    for theme in themes:
        for key, cell in facts[theme["key"]].items():
            told = [part.strip().lstrip("~") for part in cell.split(";") if part.strip() not in {"", "-"}]
            assert theme["clauses"].get(key, []) == told
            assert all(number in shelf().standard(key).by_number for number in told)


@pytest.mark.parametrize("key", SIZES)
def test_every_leaf_clause_is_asked_about(key: str) -> None:
    standard = shelf().standard(key)
    asked = {number: len(standard.by_number[number].questions) for number in leaves(standard)}

    assert len(asked) > 30
    most = 5 if key == "iso-9001-2026" else 9
    assert {number: count for number, count in asked.items() if not 1 <= count <= most} == {}


@pytest.mark.parametrize("key", SIZES)
def test_an_assessment_is_long_enough_and_not_too_long(key: str) -> None:
    assert len(shelf().standard(key).question_keys) in SIZES[key]


def test_every_control_of_annex_a_is_asked_about() -> None:
    """ISO/IEC 27001:2022: 93 controls, 37 organizational, 8 of people, 14 physical, 34 technological."""
    standard = shelf().standard("iso-iec-27001-2022")
    controls = [number for number in leaves(standard) if number.startswith("A.")]

    assert [sum(n.startswith(f"A.{section}.") for n in controls) for section in (5, 6, 7, 8)] == [37, 8, 14, 34]
    clauses = [key for key in standard.question_keys if not standard.clause_of[key].startswith("A.")]
    assert 50 <= len(clauses) <= 80


def test_the_rules_find_no_fault() -> None:
    for standard in standards():
        assert rules.faults(standard, shelf().bank) == []
    assert rules.question_faults(shelf().bank) == []


def test_an_integrated_assessment_asks_two_thirds_at_most() -> None:
    """Issue 3: 9001, 14001 and 45001 together ask at most 65 % of the sum of the three."""
    three = [shelf().standard(key) for key in ("iso-9001-2026", "iso-14001-2026", "iso-45001-2018")]
    together = set().union(*(standard.question_keys for standard in three))

    assert len(together) <= 0.65 * sum(len(standard.question_keys) for standard in three)


def test_a_common_question_says_what_each_auditor_looks_for() -> None:
    for standard in standards():
        common = {key for key in standard.question_keys if standard.questions[key].common}
        assert common == set(standard.focus), standard.key
        for key in common:
            others = {standard.focus_of(key, language) for language in LANGUAGES}
            assert len(others) == len(LANGUAGES)


def test_a_common_question_is_asked_by_more_than_one_family() -> None:
    families: dict[str, set[str]] = {}
    for standard in standards():
        for key in standard.question_keys:
            families.setdefault(key, set()).add(standard.family)

    assert {key for key, asked in families.items() if shelf().bank[key].common != (len(asked) > 1)} == set()


def test_no_auditor_says_the_same_of_two_questions() -> None:
    for language in LANGUAGES:
        said = [text[language] for standard in latest() for text in standard.focus.values()]
        assert len(said) == len(set(said))


def latest() -> tuple[Standard, ...]:
    """One edition of each family; two share their focus."""
    return tuple({standard.family: standard for standard in standards()}.values())


def test_every_question_speaks_both_languages() -> None:
    """U68."""
    for question in shelf().bank.values():
        assert set(question.texts) == set(LANGUAGES)
        assert re.search("[а-я]", question.texts["ru"].question.casefold())
        assert not re.search("[а-яё]", " ".join(texts(question, "en")).casefold()), question.key


def test_words_are_written_as_in_print() -> None:
    for question in shelf().bank.values():
        assert not set(" ".join(texts(question, "ru"))) & set('ёЁ"—“”'), question.key
        assert not set(" ".join(texts(question, "en"))) & set('"—'), question.key


def test_every_action_starts_with_a_verb() -> None:
    """The rules know a Russian infinitive by its ending; English verbs are those that a reader has let in."""
    verbs = set((DATA / "standards" / "action-verbs.txt").read_text("utf-8").split())

    first = {key: question.texts["en"].action.split()[0] for key, question in shelf().bank.items()}
    assert {key: word for key, word in first.items() if word not in verbs} == {}


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_questions_are_nearly_the_same(language: str) -> None:
    """A reader finds what a count of words cannot; this finds what was copied and changed a little."""
    asked = [(key, _words(question.texts[language].question)) for key, question in shelf().bank.items()]
    close = [
        (first, second)
        for (first, a), (second, b) in combinations(asked, 2)
        if len(a & b) > 0.7 * min(len(a), len(b)) and min(len(a), len(b)) > 3
    ]

    assert close == []


def test_every_question_of_the_bank_is_asked() -> None:
    assert set(shelf().bank) == {key for standard in standards() for key in standard.question_keys}


def test_keys_stay_as_they_were_recorded() -> None:
    """Answers of clients hang on these keys: new ones are added to the list, none is ever renamed or removed."""
    known = (DATA / "question-keys.txt").read_text("utf-8").split()

    assert known == sorted(set(known))
    assert sorted(shelf().bank) == known


def test_every_role_has_something_to_do() -> None:
    assert {question.role for question in shelf().bank.values()} == set(Role)


def test_what_may_be_left_out_is_told_by_the_standard() -> None:
    security = shelf().standard("iso-iec-27001-2022")

    assert {security.exclusion_of(number) for number in ("4.1", "6.1.3", "10.2")} == {Exclusion.FORBID}
    assert security.exclusion_of("A.7.4") is Exclusion.ALLOW
    assert shelf().standard("iso-9001-2026").exclusion_of("8.3") is Exclusion.WARN
    assert all(standard.leaving_out.keys() == set(LANGUAGES) for standard in standards())


def test_gost_r_adoptions_are_those_that_are_known() -> None:
    """ГОСТ Р ИСО/МЭК 27001-2021 equals the edition of 2013 and must not stand beside that of 2022 (editions.md, 4)."""
    adopted = {s.key: [a.designation for a in s.adoptions] for s in standards() if s.adoptions}

    assert adopted == {
        "iso-9001-2015": ["ГОСТ Р ИСО 9001-2015"],
        "iso-14001-2015": ["ГОСТ Р ИСО 14001-2016"],
        "iso-45001-2018": ["ГОСТ Р ИСО 45001-2020"],
        "iso-22301-2019": ["ГОСТ Р ИСО 22301-2021"],
    }


def test_climate_is_a_question_of_every_edition() -> None:
    for standard in standards():
        assert standard.clause_of["context.climate"] == "4.1"
        assert standard.clause_of["parties.climate"].startswith("4.2")
