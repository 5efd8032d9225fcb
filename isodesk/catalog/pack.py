"""A standard as one file that can be given to a colleague: its head, its clauses, and every question that does not ship."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from isodesk.catalog import limits, naming, reader, rules
from isodesk.catalog.standard import (
    Adoption,
    Amendment,
    Clause,
    Confidence,
    Exclusion,
    Question,
    QuestionText,
    RequiredDocument,
    ReviewTopic,
    Standard,
    TransitionDate,
)
from isodesk.catalog.typed_toml import Place, TomlFile, load
from isodesk.domain.conformity import Importance
from isodesk.domain.people import Role
from isodesk.errors import ContentError

_AT_ONCE = ("clause", "question", "focus", "document", "review")


def read(file: Path, bank: Mapping[str, Question], *, room: int = 1) -> Standard:
    """The standard of a pack, sound in structure; questions that it does not hold come from `bank`. `room` is how many
    times the limits for files from outside it may have. Raises ContentError."""
    content = load(file, any_language=True, room=room)
    standard = _standard(content, bank)
    for error in _flaws(content, standard):
        raise error
    return standard


def check(file: Path, bank: Mapping[str, Question]) -> list[ContentError]:
    """Everything that keeps a pack from being read, at most `limits.SHOWN` faults; empty when it is sound."""
    try:
        content = load(file, any_language=True)
    except ContentError as error:
        return [error]
    try:
        standard = _standard(content, bank)
    except ContentError as error:
        return list(islice(_one_by_one(content, bank), limits.SHOWN)) or [error]
    return list(islice(_flaws(content, standard), limits.SHOWN))


def _standard(content: TomlFile, bank: Mapping[str, Question]) -> Standard:
    _refuse_many(content)
    held: dict[str, Question] = {}
    for question in reader.questions_of(content):
        place = Place(content.file, question.key, partial(content.line_of, "key", question.key))
        if question.key in held:
            raise place.error("this key is used twice")
        if question.key in bank and bank[question.key] != question:
            raise place.error("a question of this key ships with isodesk and says something else; choose another key")
        held[question.key] = question
    known = {**bank, **held}
    standard = reader.standard_of(content, known, reader.focus_of(content, known))
    if not naming.is_standard_key(standard.key):
        raise content.head().place.error("“key” must have 2 to 60 lower-case Latin letters, digits and hyphens")
    return standard


def _refuse_many(content: TomlFile) -> None:
    for name in _AT_ONCE:
        tables = content.values.get(name, [])
        if isinstance(tables, list) and len(tables) > limits.NODES:
            raise Place(content.file, name, 1).error(f"there are more than {limits.NODES} tables [[{name}]]")


def _flaws(content: TomlFile, standard: Standard) -> Iterator[ContentError]:
    for flaw in rules.flaws(standard):
        place = Place(content.file, flaw.key or standard.key, content.line_of(flaw.field, flaw.key))
        yield place.error(flaw.text)


def _one_by_one(content: TomlFile, bank: Mapping[str, Question]) -> Iterator[ContentError]:
    """The faults of each table read as if it were the only one of its kind. Questions first: clauses refer to them."""
    known = dict(bank)
    for part in _alone(content, "question"):
        try:
            known.update({question.key: question for question in reader.questions_of(part)})
        except ContentError as error:
            known.update(_unread(part))
            yield error
    for name in ("clause", "document", "review"):
        for part in _alone(content, name):
            try:
                reader.standard_of(part, known, {})
            except ContentError as error:
                yield error


def _unread(part: TomlFile) -> dict[str, Question]:
    """A stand-in for a faulty question, so that the clause which asks it is not called faulty too."""
    keys = (str(table.get("key")) for table in part.values["question"] if isinstance(table, dict))
    return {key: Question(key, False, Importance.MEDIUM, 1, Role.QUALITY, (), {}) for key in keys}


def _alone(content: TomlFile, name: str) -> Iterator[TomlFile]:
    """The file with its head and one table at a time; the head alone where there is none."""
    head = {key: value for key, value in content.values.items() if key not in _AT_ONCE}
    tables = content.values.get(name)
    if not isinstance(tables, list):
        return
    for table in tables:
        yield replace(content, values={**head, name: [table]})


def write(standard: Standard, bank: Mapping[str, Question]) -> str:
    """The text of a pack, always the same for the same standard; `read` gives an equal one back.

    Questions of `bank` are left out: who reads it has them.
    """
    import tomli_w

    held = [question for question in standard.questions.values() if bank.get(question.key) != question]
    return tomli_w.dumps(
        {
            **_head(standard),
            "clause": [_clause(clause) for clause in standard.clauses],
            "question": [_question(question) for question in sorted(held, key=lambda question: question.key)],
            "focus": [{"question": key, **texts} for key, texts in sorted(standard.focus.items())],
            "document": [_document(document) for document in standard.documents],
            "review": [_topic(topic) for topic in standard.review],
        }
    )


def _head(standard: Standard) -> dict[str, Any]:
    said: dict[str, Any] = {
        "key": standard.key,
        "family": standard.family,
        "designation": standard.designation,
        "edition": standard.edition,
        "published": standard.published,
        "replaces": standard.replaces,
        "exclusion": standard.exclusion.value,
        "harmonized": standard.harmonized or None,
        "source": standard.source,
        "buy": standard.buy,
        "paragraphs": list(standard.paragraphs) or None,
        "title": dict(standard.titles),
        "system": dict(standard.system),
        "leaving_out": dict(standard.leaving_out) or None,
        "sources": dict(standard.sources) or None,
        "national": [_adoption(adoption) for adoption in standard.adoptions] or None,
        "amendment": [_amendment(amendment) for amendment in standard.amendments] or None,
        "transition": [_transition(day) for day in standard.transition] or None,
    }
    return {name: value for name, value in said.items() if value is not None}


def _adoption(adoption: Adoption) -> dict[str, Any]:
    return {"designation": adoption.designation, "country": adoption.country}


def _amendment(amendment: Amendment) -> dict[str, Any]:
    return {"designation": amendment.designation, "published": amendment.published, "about": dict(amendment.about)}


def _sureness(confidence: Confidence) -> dict[str, Any]:
    return {} if confidence is Confidence.HIGH else {"confidence": confidence.value}


def _transition(day: TransitionDate) -> dict[str, Any]:
    return {"on": day.on, "about": dict(day.about), "source": day.source, **_sureness(day.confidence)}


def _exclusion(exclusion: Exclusion | None) -> dict[str, Any]:
    return {} if exclusion is None else {"exclusion": exclusion.value}


def _clause(clause: Clause) -> dict[str, Any]:
    asked = {"questions": list(clause.questions)} if clause.questions else {}
    return {"number": clause.number, "title": dict(clause.titles), **asked, **_exclusion(clause.exclusion)}


def _question(question: Question) -> dict[str, Any]:
    said: dict[str, Any] = {
        "key": question.key,
        "scope": "common" if question.common else "specific",
        "importance": question.importance.value,
        "effort": question.effort,
        "role": question.role.value,
        "follows": list(question.follows),
    }
    return {**said, **{language: _question_text(text) for language, text in question.texts.items()}}


def _question_text(text: QuestionText) -> dict[str, Any]:
    """What is empty is left out: a standard in twenty languages is long enough."""
    said = {"why": text.why, "look_for": list(text.look_for), "example": text.example, "action": text.action}
    return {"question": text.question, **{name: value for name, value in said.items() if value}}


def _document(document: RequiredDocument) -> dict[str, Any]:
    return {
        "key": document.key,
        "clause": document.clause,
        "kind": document.kind.value,
        "need": document.need.value,
        "name": dict(document.names),
        "why": dict(document.whys),
        **_sureness(document.confidence),
    }


def _topic(topic: ReviewTopic) -> dict[str, Any]:
    return {
        "clause": topic.clause,
        "direction": topic.direction.value,
        "name": dict(topic.names),
        **_sureness(topic.confidence),
    }
