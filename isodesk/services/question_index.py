"""Finds the question that a row of somebody's list means: by key, by words, by number, by clause."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from isodesk.i18n import N_, Speech
from isodesk.services.fields import folded
from isodesk.services.pasted_values import Field
from isodesk.services.question_views import QuestionView

CLAUSE: Final = re.compile(r"(?:[A-ZА-Я]\.)?\d+(?:\.\d+)*", re.IGNORECASE)
SHOWN: Final = 60
"""Characters of a cell that a message quotes."""


class NotTaken(Exception):
    """Why a row, or a cell of it, is not taken: a remark in a list of rows, where the row itself is what to mend."""

    def __init__(self, problem: str, **fields: object) -> None:
        super().__init__(problem)
        self._problem = problem
        self._fields = fields

    def text(self, words: Speech) -> str:
        """The remark in the given language."""
        return words(self._problem).format(**self._fields)


class QuestionIndex:
    """Questions of one client by everything that can name them; `others` are the same in the other language."""

    def __init__(self, views: Iterable[QuestionView], others: Iterable[QuestionView] = ()) -> None:
        self._number: dict[int, QuestionView] = {}
        self._key: dict[str, QuestionView] = {}
        self._clause: dict[str, list[QuestionView]] = defaultdict(list)
        self._words: dict[str, list[QuestionView]] = defaultdict(list)
        for view in views:
            self._number[view.number] = view
            self._key[folded(view.key)] = view
            self._words[_plain(view.question)].append(view)
            for clause in dict.fromkeys((view.clause, *(clause for _standard, clause in view.counts_for))):
                self._clause[folded(clause)].append(view)
        for other in others:
            known = self._words[_plain(other.question)]
            if self._key[folded(other.key)] not in known:
                known.append(self._key[folded(other.key)])

    def find(self, places: Mapping[Field, str]) -> QuestionView:
        """The question that these cells name, the surest first. Raises NotTaken that says why there is none."""
        key, number, clause, words = (
            places.get(name, "") for name in (Field.KEY, Field.NUMBER, Field.CLAUSE, Field.QUESTION)
        )
        found = self._key.get(folded(key))
        if found is None and words:
            found = self._by_words(words, clause)
        if found is None and number:
            found = self._by_number(number, clause)
        if found is None and clause:
            found = self._by_clause(clause)
        if found is None:
            raise NotTaken(N_("No question of this client fits the row."))
        return found

    def _by_words(self, words: str, clause: str) -> QuestionView | None:
        fit = self._words.get(_plain(words), [])
        if len(fit) > 1:
            fit = [view for view in fit if view in self._clause.get(folded(clause), ())] or fit
        if len(fit) > 1:
            raise NotTaken(N_("Several questions have these words: give the number or the clause."))
        return fit[0] if fit else None

    def _by_number(self, number: str, clause: str) -> QuestionView | None:
        bare = number.rstrip(".)").removesuffix(",0").removesuffix(".0")
        view = self._number.get(int(bare)) if bare.isascii() and bare.isdigit() and len(bare) < 6 else None
        if view is not None and CLAUSE.fullmatch(clause) and not _fits(view, clause):
            raise NotTaken(
                N_("Question {number} stands in clause {clause}, the row says {other}."),
                number=view.number,
                clause=view.clause,
                other=clause[:SHOWN],
            )
        return view

    def _by_clause(self, clause: str) -> QuestionView | None:
        fit = self._clause.get(folded(clause.strip(" .")), [])
        if len(fit) > 1:
            raise NotTaken(
                N_("Clause {clause} has {count} questions: give the number or the words of one."),
                clause=clause[:SHOWN],
                count=len(fit),
            )
        return fit[0] if fit else None


def _fits(view: QuestionView, clause: str) -> bool:
    """Excel makes 4.1 of 4.10, so such an end counts as the same."""
    places = {view.clause, *(number for _standard, number in view.counts_for)}
    return any(folded(clause) == folded(place) or place == f"{clause}0" for place in places)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
