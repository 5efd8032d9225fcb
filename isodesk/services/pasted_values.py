"""What people write in lists for a verdict, an importance, a level; and what they call the columns: in both languages."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Final

from isodesk import wording
from isodesk.domain.conformity import MATURITY, Conformity, Importance
from isodesk.i18n import N_, speech
from isodesk.services.fields import folded


class Field(StrEnum):
    """What a column of a pasted block can hold; the first four say which question is meant."""

    NUMBER = "number"
    KEY = "key"
    CLAUSE = "clause"
    QUESTION = "question"
    STATUS = "conformity"
    EXISTING = "existing"
    MISSING = "missing"
    REASON = "reason"
    IMPORTANCE = "importance"
    OWNER = "owner_id"
    MATURITY = "maturity"


TITLES: Final = {
    Field.NUMBER: N_("No."),
    Field.KEY: N_("Key"),
    Field.CLAUSE: N_("Clause"),
    Field.QUESTION: N_("Question"),
    Field.STATUS: N_("Status"),
    Field.EXISTING: N_("What exists"),
    Field.MISSING: N_("What is missing"),
    Field.REASON: N_("Reason"),
    Field.IMPORTANCE: N_("Importance"),
    Field.OWNER: N_("Responsible"),
    Field.MATURITY: N_("Maturity"),
}
PLACES: Final = (Field.NUMBER, Field.KEY, Field.CLAUSE, Field.QUESTION)
_LANGUAGES: Final = ("en", "ru")
_HEADS: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.NUMBER: ("№", "№ п/п", "номер", "n", "nr", "no", "#", "number", "п/п"),
    Field.KEY: ("ключ", "id", "key", "код"),
    Field.CLAUSE: ("пункт", "п.", "пункт стандарта", "clause", "clause number", "section"),
    Field.QUESTION: ("вопрос", "требование", "question", "requirement", "текст вопроса"),
    Field.STATUS: (
        *("статус", "ответ", "оценка", "соответствие", "вывод", "результат"),
        *("status", "answer", "verdict", "conformity", "result"),
    ),
    Field.EXISTING: ("что есть", "есть", "имеется", "что имеется", "what exists", "what there is", "existing", "have"),
    Field.MISSING: ("чего нет", "чего не хватает", "разрыв", "не хватает", "what is missing", "missing", "gap"),
    Field.REASON: ("обоснование", "причина", "почему не применимо", "reason", "justification", "why"),
    Field.IMPORTANCE: ("важность", "значимость", "приоритет", "importance", "priority", "weight"),
    Field.OWNER: ("ответственный", "ответственная", "исполнитель", "кто", "responsible", "owner", "who"),
    Field.MATURITY: ("зрелость", "уровень", "уровень зрелости", "maturity", "maturity level", "level"),
}
_VERDICTS: Final = {
    Conformity.CONFORMS: (
        *("1", "c", "с", "y", "yes", "ok", "+", "conforms", "conforming", "compliant", "complies", "full"),
        *("да", "д", "есть", "соответствует", "соотв", "соотв.", "выполнено", "полностью"),
    ),
    Conformity.PARTLY: (
        *("2", "p", "ч", "±", "+/-", "partly", "partial", "partially"),
        *("частично", "частично соответствует", "част", "част."),
    ),
    Conformity.ABSENT: (
        *("3", "n", "н", "no", "none", "absent", "missing", "does not conform", "-", "–"),
        *("нет", "не соответствует", "отсутствует", "не выполнено"),
    ),
    Conformity.NOT_APPLICABLE: (
        *("4", "n/a", "na", "x", "х", "not applicable", "not app", "does not apply"),
        *("н/п", "нп", "не применимо", "неприменимо", "не применяется", "не прим."),
    ),
}
_NOTHING: Final = frozenset({"", "0", "?"})
_LEVEL: Final = re.compile(r"([0-5])(?:[.,]0+)?(?:\s*[–—-].*|\s.*)?", re.DOTALL)


class NotUnderstood(ValueError):
    """A cell holds a word that means nothing here."""


def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def head(cell: str) -> Field | None:
    """What a column called so holds; None for a name that says nothing."""
    return _head_words().get(_plain(cell).rstrip(":"))


@cache
def _head_words() -> dict[str, Field]:
    return {word: field for field, words in _HEADS.items() for word in (*words, *_said(TITLES[field]))}


def _said(words: str) -> tuple[str, ...]:
    return tuple(_plain(speech(language)(words)) for language in _LANGUAGES)


def heads(row: Sequence[str]) -> dict[Field, int] | None:
    """Columns by what their heads say, each once; None where the row is no row of heads."""
    found: dict[Field, int] = {}
    for column, cell in enumerate(row):
        field = head(cell)
        if field is not None and field not in found:
            found[field] = column
    values = [field for field in found if field not in PLACES]
    return found if len(found) >= 2 or values else None


def verdict(cell: str) -> Conformity | None:
    """The verdict that a cell means; None for a cell that says nothing. Raises NotUnderstood."""
    words, plain = _verdict_words(), _plain(cell.removesuffix("*"))
    if plain not in words:
        raise NotUnderstood(cell)
    return words[plain]


@cache
def _verdict_words() -> dict[str, Conformity | None]:
    silent = (*_NOTHING, *_said(wording.NOT_ASSESSED), *_said(N_("Looked at")))
    meant: dict[str, Conformity | None] = dict.fromkeys(silent)
    for conformity, words in _VERDICTS.items():
        meant |= dict.fromkeys((*words, *_said(wording.CONFORMITY[conformity])), conformity)
    return meant


def importance(cell: str) -> Importance | None:
    """The importance that a cell means; None for an empty one. Raises NotUnderstood."""
    plain = _plain(cell)
    if not plain:
        return None
    found = _importance_stems().get(plain[:3])
    if found is None:
        raise NotUnderstood(cell)
    return found


@cache
def _importance_stems() -> dict[str, Importance]:
    """The first letters of each word, so that endings and abbreviations do not matter."""
    return {stem[:3]: value for value, words in wording.IMPORTANCE.items() for stem in _said(words)}


def maturity(cell: str) -> int | None:
    """The level that a cell means; None for an empty one. Raises NotUnderstood."""
    plain = _plain(cell)
    if not plain:
        return None
    found = _LEVEL.fullmatch(plain)
    if found is None or int(found[1]) not in MATURITY:
        raise NotUnderstood(cell)
    return int(found[1])
