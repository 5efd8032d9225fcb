"""Reads the question bank, the auditors' focus and standards from TOML; every error names file, key and line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from isodesk.catalog import limits
from isodesk.catalog.standard import (
    Adoption,
    Amendment,
    Bilingual,
    Clause,
    Confidence,
    Direction,
    DocumentKind,
    Exclusion,
    Heading,
    Need,
    Question,
    QuestionText,
    RequiredDocument,
    ReviewTopic,
    Standard,
    TransitionDate,
)
from isodesk.catalog.typed_toml import Place, Table, TomlFile, load, load_text, parse, parse_from_outside
from isodesk.domain.conformity import Importance
from isodesk.domain.keys import family_of
from isodesk.domain.people import Role
from isodesk.i18n import LANGUAGES

_SPEAKING: Final = {"question", "why", "look_for", "example", "action"}
_STANDARD: Final = {
    *("key", "family", "designation", "edition", "published", "replaces", "exclusion", "harmonized", "source", "buy"),
    *(
        "paragraphs",
        "title",
        "system",
        "leaving_out",
        "sources",
        "national",
        "amendment",
        "transition",
        "clause",
        "document",
        "review",
    ),
    *("question", "focus"),
}


def _question_text(table: Table) -> QuestionText:
    table.only(_SPEAKING)
    wanted = "" if table.any_language else None
    return QuestionText(
        table.text("question"),
        table.text("why", wanted),
        table.texts("look_for"),
        table.text("example", wanted),
        table.text("action", wanted),
    )


def _question(table: Table) -> Question:
    table.only({"key", "scope", "importance", "effort", "role", "follows", *LANGUAGES})
    scope = table.text("scope")
    if scope not in {"common", "specific"}:
        raise table.place.error("“scope” must be common or specific")
    importance, role = table.one_of("importance", Importance), table.one_of("role", Role)
    effort, follows = table.number("effort", "hours"), table.texts("follows")
    texts = {language: _question_text(table.table(language)) for language in table.languages()}
    return Question(table.place.key, scope == "common", importance, effort, role, follows, texts)


def questions_of(file: TomlFile) -> tuple[Question, ...]:
    """The questions of one file. Raises ContentError."""
    return tuple(_question(table) for table in file.tables("question", "key", "a question"))


def read_bank(folder: Path) -> dict[str, Question]:
    """All questions of a folder by key. Raises ContentError, also for a key used twice."""
    bank: dict[str, Question] = {}
    for path in sorted(folder.glob("*.toml")):
        file = load(path)
        for question in questions_of(file):
            if question.key in bank:
                line = file.line_of("key", question.key)
                raise Place(path, question.key, line).error("this key is used twice")
            bank[question.key] = question
    return bank


def focus_of(file: TomlFile, bank: Mapping[str, Question]) -> dict[str, Bilingual]:
    """What auditors look for by question key. Raises ContentError, also for a question that is not in the bank."""
    found: dict[str, Bilingual] = {}
    for table in file.tables("focus", "question", "a focus"):
        table.only({"question", *LANGUAGES})
        if table.place.key not in bank:
            raise table.place.error(f"the question “{table.place.key}” is not in the bank")
        if table.place.key in found:
            raise table.place.error("this question stands twice")
        found[table.place.key] = {language: table.text(language) for language in table.languages()}
    return found


def read_focus(file: Path, bank: Mapping[str, Question]) -> dict[str, Bilingual]:
    """As `focus_of`, from a file of its own. Raises ContentError."""
    return focus_of(load(file), bank)


def _clause(table: Table, bank: Mapping[str, Question]) -> Clause:
    table.only({"number", "title", "questions", "exclusion"})
    keys = table.texts("questions")
    for key in keys:
        if key not in bank:
            raise table.place.error(f"the question “{key}” is not in the bank")
    exclusion = table.one_of("exclusion", Exclusion) if "exclusion" in table.values else None
    return Clause(table.place.key, table.bilingual("title"), keys, exclusion)


def _document(table: Table) -> RequiredDocument:
    table.only({"key", "clause", "kind", "need", "name", "why", "confidence"})
    return RequiredDocument(
        table.place.key,
        table.text("clause"),
        table.one_of("kind", DocumentKind),
        table.one_of("need", Need),
        table.bilingual("name"),
        table.bilingual("why"),
        table.one_of("confidence", Confidence, Confidence.HIGH),
    )


def _topic(table: Table) -> ReviewTopic:
    table.only({"clause", "direction", "name", "confidence"})
    return ReviewTopic(
        table.place.key,
        table.one_of("direction", Direction),
        table.bilingual("name"),
        table.one_of("confidence", Confidence, Confidence.HIGH),
    )


def _adoption(table: Table) -> Adoption:
    table.only({"designation", "country"})
    return Adoption(table.place.key, table.text("country"))


def _amendment(table: Table) -> Amendment:
    table.only({"designation", "published", "about"})
    return Amendment(table.place.key, table.day("published"), table.bilingual("about"))


def _transition(table: Table) -> TransitionDate:
    table.only({"on", "about", "source", "confidence"})
    confidence = table.one_of("confidence", Confidence, Confidence.HIGH)
    return TransitionDate(table.day("on"), table.bilingual("about"), table.place.key, confidence)


def standard_of(file: TomlFile, bank: Mapping[str, Question], focus: Mapping[str, Bilingual]) -> Standard:
    """One standard with the questions it uses. Raises ContentError."""
    table = file.head()
    table.only(_STANDARD)
    clauses = tuple(_clause(item, bank) for item in file.tables("clause", "number", "a clause"))
    used = {key: bank[key] for clause in clauses for key in clause.questions}
    key = table.text("key")
    return Standard(
        key=key,
        designation=table.text("designation"),
        edition=table.text("edition"),
        titles=table.bilingual("title"),
        system=table.bilingual("system"),
        clauses=clauses,
        questions=used,
        published=table.day("published") if "published" in table.values else None,
        source=table.text("source", ""),
        buy=table.text("buy", ""),
        family=table.text("family", family_of(key)),
        replaces=table.text("replaces", ""),
        exclusion=table.one_of("exclusion", Exclusion, Exclusion.WARN),
        sources=table.bilingual("sources") if "sources" in table.values else {},
        leaving_out=table.bilingual("leaving_out") if "leaving_out" in table.values else {},
        harmonized=table.truth("harmonized"),
        paragraphs=table.texts("paragraphs"),
        adoptions=tuple(_adoption(item) for item in file.tables("national", "designation", "a national standard")),
        amendments=tuple(_amendment(item) for item in file.tables("amendment", "designation", "an amendment")),
        transition=tuple(_transition(item) for item in file.tables("transition", "source", "a date of transition")),
        documents=tuple(_document(item) for item in file.tables("document", "key", "a document")),
        review=tuple(_topic(item) for item in file.tables("review", "clause", "a topic of the review")),
        focus={key: texts for key, texts in focus.items() if key in used},
    )


def read_standard(file: Path, bank: Mapping[str, Question], focus: Mapping[str, Bilingual] | None = None) -> Standard:
    """One standard of a folder that has its questions beside it. Raises ContentError."""
    return standard_of(load(file), bank, focus or {})


def read_heading(file: Path, *, own: bool = False) -> Heading:
    """What stands above the first clause: a list of standards need not read them whole. Raises ContentError."""
    whole = load_text(file, limits.OWN if own else 1)
    above = whole.split("\n[[", 1)[0]
    head = TomlFile(file, parse_from_outside(above, file) if own else parse(above, file), whole, own)
    table = head.head()
    key = table.text("key")
    return Heading(
        key=key,
        family=table.text("family", family_of(key)),
        designation=table.text("designation"),
        edition=table.text("edition"),
        titles=table.bilingual("title"),
        published=table.day("published") if "published" in table.values else None,
        replaces=table.text("replaces", ""),
        own=own,
    )
