"""Checks on content that types cannot express: lengths, references, trees, verbs. The rules stand in docs/content.md."""

import re
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from isodesk.catalog.standard import Question, QuestionText, Standard

KEY = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
QUESTION_LENGTH = 160
LOOK_FOR = range(2, 5)
EFFORT = range(1, 41)
_SHORTEST = 12
_INFINITIVE = re.compile(r"^[А-Я][а-я-]+(ть|ти|чь|ться|тись)[\s,]")


def faults(standard: Standard) -> list[str]:
    """What is wrong with a standard and its questions, each fault with the key it is about; empty when all is well."""
    return [*_clause_faults(standard), *question_faults(standard.questions)]


def question_faults(questions: Mapping[str, Question]) -> list[str]:
    """What is wrong with questions, taken together."""
    found: list[str] = []
    for question in questions.values():
        found += [f"{question.key}: {fault}" for fault in _one_question(question)]
        found += [f"{question.key}: follows “{key}”, which is not there" for key in _dangling(question, questions)]
    found += _repeated(questions.values())
    try:
        TopologicalSorter({q.key: [k for k in q.follows if k in questions] for q in questions.values()}).prepare()
    except CycleError as error:
        found.append(f"questions follow one another in a circle: {' → '.join(error.args[1])}")
    return found


def _dangling(question: Question, questions: Mapping[str, Question]) -> list[str]:
    return [key for key in question.follows if key not in questions]


def _one_question(question: Question) -> Iterator[str]:
    if not KEY.fullmatch(question.key):
        yield "the key must be lower-case words joined by dots"
    if question.effort not in EFFORT:
        yield f"effort must be {EFFORT.start} to {EFFORT.stop - 1} hours"
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
    for part in (text.question, text.why, text.example, text.action, *text.look_for):
        if len(part.strip()) < _SHORTEST or part != part.strip():
            yield f"“{part}” is empty, too short or padded"
    if text.action.endswith("."):
        yield "the action is a title, without a full stop"
    if language == "ru" and not _INFINITIVE.match(text.action):
        yield f"the action “{text.action}” must start with an infinitive"


def _repeated(questions: Iterable[Question]) -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    for question in questions:
        for language, text in question.texts.items():
            asked = (language, re.sub(r"\W+", " ", text.question.casefold()).strip())
            if asked in seen:
                yield f"{question.key}: asks the same as {seen[asked]}"
            seen[asked] = question.key


def _clause_faults(standard: Standard) -> Iterator[str]:
    numbers = [clause.number for clause in standard.clauses]
    for number in {number for number in numbers if numbers.count(number) > 1}:
        yield f"clause {number} stands twice"
    for clause in standard.clauses:
        parent = clause.number.rpartition(".")[0]
        if parent and parent not in numbers and not parent.isalpha():
            yield f"clause {clause.number} has no parent {parent}"
        if not all(title.strip() for title in clause.titles.values()):
            yield f"clause {clause.number} has an empty title"
    placed = [key for clause in standard.clauses for key in clause.questions]
    for key in {key for key in placed if placed.count(key) > 1}:
        yield f"{key} is asked in more than one clause of {standard.key}"
