"""Checks on content that types cannot express: lengths, references, trees, verbs. The rules stand in docs/content.md.

`structure` holds for every standard, also for one from elsewhere; the rest is how we write ourselves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from isodesk.catalog import limits
from isodesk.catalog.numbering import is_number
from isodesk.catalog.standard import Clause, Question, QuestionText, Standard
from isodesk.i18n import LANGUAGES

KEY = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
QUESTION_LENGTH = 160
LOOK_FOR = range(2, 5)
LENGTHS = {"why": 300, "look_for": 150, "example": 380, "action": 110, "focus": 230}
"""The most characters of each text; what is longer does not fit beside the grid or on a checklist."""
EFFORT = range(1, 41)
_SHORTEST = 12
_INFINITIVE = re.compile(r"^[А-Я][а-я-]+(ть|ти|чь|ться|тись)[\s,]")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, and where it is written: in the table that has `key` in its field `field`."""

    field: str
    key: str
    text: str


def faults(standard: Standard, bank: Mapping[str, Question] | None = None) -> list[str]:
    """What is wrong with a standard and its questions, each fault with the key it is about; empty when all is well.

    A question may follow one of `bank` that this standard does not ask.
    """
    return [
        *structure(standard),
        *_wording_faults(standard),
        *question_faults(standard.questions, bank),
    ]


def structure(standard: Standard) -> list[str]:
    """What would make a standard unusable: clauses that stand twice or hang in the air, questions placed twice or empty."""
    return [flaw.text for flaw in flaws(standard)]


def flaws(standard: Standard) -> list[Flaw]:
    """As `structure`, each with where it is written."""
    return [
        *_head_flaws(standard),
        *_clause_flaws(standard),
        *_document_flaws(standard),
        *_question_flaws(standard.questions.values()),
        *(Flaw("key", "", text) for text in _circles(standard.questions)),
    ]


def _head_flaws(standard: Standard) -> Iterator[Flaw]:
    if not standard.designation.strip() or not all(title.strip() for title in standard.titles.values()):
        yield Flaw("key", standard.key, "the standard has no designation or an empty title")
    for paragraph in standard.paragraphs:
        if not is_number(paragraph):
            yield Flaw("key", standard.key, f"paragraph {paragraph[: limits.NUMBER]} is no number of a paragraph")


def _question_flaws(questions: Iterable[Question]) -> Iterator[Flaw]:
    for question in questions:
        if not KEY.fullmatch(question.key):
            yield Flaw("key", question.key, f"{question.key}: the key must be lower-case words joined by dots")
        if not all(text.question.strip() for text in question.texts.values()):
            yield Flaw("key", question.key, f"{question.key}: there is no text")
        if question.effort not in EFFORT:
            yield Flaw("key", question.key, f"{question.key}: effort must be {EFFORT.start} to {EFFORT.stop - 1} hours")


def question_faults(questions: Mapping[str, Question], bank: Mapping[str, Question] | None = None) -> list[str]:
    """What is wrong with questions, taken together; `bank` holds those that they may follow."""
    found: list[str] = []
    known = {**(bank or {}), **questions}
    for question in questions.values():
        found += [f"{question.key}: {fault}" for fault in _one_question(question)]
        found += [
            f"{question.key}: follows “{key}”, which is not there" for key in question.follows if key not in known
        ]
    found += _repeated(questions.values())
    return found + _circles(questions)


def _circles(questions: Mapping[str, Question]) -> list[str]:
    try:
        TopologicalSorter({q.key: [k for k in q.follows if k in questions] for q in questions.values()}).prepare()
    except CycleError as error:
        return [f"questions follow one another in a circle: {' → '.join(error.args[1])}"]
    return []


def _one_question(question: Question) -> Iterator[str]:
    if not KEY.fullmatch(question.key):
        yield "the key must be lower-case words joined by dots"
    if question.effort not in EFFORT:
        yield f"effort must be {EFFORT.start} to {EFFORT.stop - 1} hours"
    for language in LANGUAGES:
        if language not in question.texts:
            yield f"there is no text in {language}"
    for language, text in question.texts.items():
        for fault in _one_text(text, language):
            yield f"{language}: {fault}"


def _one_text(text: QuestionText, language: str) -> Iterator[str]:
    if len(text.question) > QUESTION_LENGTH:
        yield f"the question is longer than {QUESTION_LENGTH} characters"
    if not text.question.endswith("?"):
        yield "the question must end with a question mark"
    if len(text.look_for) not in LOOK_FOR:
        yield f"look_for needs {LOOK_FOR.start} to {LOOK_FOR.stop - 1} entries"
    yield from _too_long(text)
    for part in (text.question, text.why, text.example, text.action, *text.look_for):
        if len(part.strip()) < _SHORTEST or part != part.strip():
            yield f"“{part}” is empty, too short or padded"
    if text.action.endswith("."):
        yield "the action is a title, without a full stop"
    if language == "ru" and not _INFINITIVE.match(text.action):
        yield f"the action “{text.action}” must start with an infinitive"


def _too_long(text: QuestionText) -> Iterator[str]:
    parts = [("why", text.why), ("example", text.example), ("action", text.action)]
    for name, part in [*parts, *(("look_for", entry) for entry in text.look_for)]:
        if len(part) > LENGTHS[name]:
            yield f"“{name}” is longer than {LENGTHS[name]} characters"


def _repeated(questions: Iterable[Question]) -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    for question in questions:
        for language, text in question.texts.items():
            asked = (language, re.sub(r"\W+", " ", text.question.casefold()).strip())
            if asked in seen:
                yield f"{question.key}: asks the same as {seen[asked]}"
            seen[asked] = question.key


def _clause_flaws(standard: Standard) -> Iterator[Flaw]:
    numbers = [clause.number for clause in standard.clauses]
    if not numbers:
        yield Flaw("key", standard.key, "there is no clause")
    for number in _twice(numbers):
        yield Flaw("number", number, f"clause {number} stands twice")
    for clause in standard.clauses:
        for fault in _one_clause(clause, standard):
            yield Flaw("number", clause.number, f"clause {clause.number[: limits.NUMBER]} {fault}")
    placed = [key for clause in standard.clauses for key in clause.questions]
    for key in _twice(placed):
        yield Flaw("key", key, f"{key} is asked in more than one clause of {standard.key}")


def _one_clause(clause: Clause, standard: Standard) -> Iterator[str]:
    if len(clause.number) == 1 and clause.number.isalpha():
        yield f"is a letter alone: number the sections of an annex {clause.number}.1, {clause.number}.2 and so on"
    elif not is_number(clause.number):
        yield f"is no number: it needs letters, digits and hyphens joined by dots, {limits.NUMBER} characters at most"
    elif clause.level > limits.LEVELS:
        yield f"lies more than {limits.LEVELS} levels deep"
    elif clause.level > 1 and clause.number.rpartition(".")[0] not in standard.by_number:
        yield f"has no parent {clause.number.rpartition('.')[0]}"
    if not all(title.strip() for title in clause.titles.values()):
        yield "has an empty title"


def _document_flaws(standard: Standard) -> Iterator[Flaw]:
    for key in _twice([document.key for document in standard.documents]):
        yield Flaw("key", key, f"the document {key} stands twice")
    known = {*standard.by_number, *standard.paragraphs}
    for document in standard.documents:
        if document.clause.split(" ")[0] not in known:
            yield Flaw(
                "key", document.key, f"the document {document.key} stands in {document.clause}, which is no clause"
            )
    for topic in standard.review:
        if topic.clause.split(" ")[0] not in known:
            name = next(iter(topic.names.values()), "")
            yield Flaw(
                "clause", topic.clause, f"the review topic “{name}” stands in {topic.clause}, which is no clause"
            )


def _wording_faults(standard: Standard) -> Iterator[str]:
    """Documents, review topics and focus speak both languages in sentences of a fit length."""
    speaking = [
        *((f"document {document.key}", document.names, 3, 200) for document in standard.documents),
        *((f"why of document {document.key}", document.whys, 30, 200) for document in standard.documents),
        *((f"review topic in {topic.clause}", topic.names, 3, 300) for topic in standard.review),
        *((f"focus on {key}", texts, 30, LENGTHS["focus"]) for key, texts in standard.focus.items()),
    ]
    for what, texts, least, most in speaking:
        for language in LANGUAGES:
            if not least <= len(texts.get(language, "")) <= most:
                yield f"{what}: the text in {language} must have {least} to {most} characters"
    for key in standard.focus:
        if not standard.questions[key].common:
            yield f"focus on {key}: the question is asked by one standard only"


def _twice(items: Sequence[str]) -> list[str]:
    counted = Counter(items)
    return [item for item, count in counted.items() if count > 1]
