"""The advisor: which standard a firm needs, from a handful of answers. It works before there is a client, too."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from isodesk.catalog import advice as content
from isodesk.catalog.advice import AdviceContent
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Heading
from isodesk.domain.advice import AdviceQuestion, Level, rank
from isodesk.domain.events import ContextChanged
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.history import History
from isodesk.storage import advice
from isodesk.storage.tables import AdviceAnswerRow
from isodesk.storage.work import Work, Workshop

Answers = Mapping[str, str]
"""Choice by question."""


@dataclass(frozen=True, slots=True)
class ReasonView:
    """The answer that speaks for a standard, in its words, and what it says."""

    answer: str
    words: str


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A standard with what speaks for it. `heading` is its newest edition on the shelf, None where the shelf has none."""

    family: str
    designation: str
    about: str
    level: Level
    reasons: tuple[ReasonView, ...]
    heading: Heading | None

    @property
    def key(self) -> str:
        """The standard to adopt; empty where isodesk has no content for it."""
        return self.heading.key if self.heading else ""


@dataclass(frozen=True, slots=True)
class AdviceView:
    """What the answers lead to."""

    suggestions: tuple[SuggestionView, ...]
    """Those that something speaks for, the strongest first."""
    answered: int
    questions: int
    needs_none: bool
    """Everything is answered, and nothing speaks for a certificate."""
    integrated: tuple[str, ...]
    """Designations that one system can carry together."""


class Advice:
    """Asks, ranks, and keeps the answers of a client; each answer is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, shelf: Shelf) -> None:
        self._workshop = workshop
        self._history = history
        self._shelf = shelf

    @cached_property
    def _content(self) -> AdviceContent:
        return content.read()

    @property
    def questions(self) -> tuple[AdviceQuestion, ...]:
        """The questions in their order. Raises ContentError."""
        return self._content.questions

    def answers(self, client: ClientId) -> dict[str, str]:
        """What the client answered; answers that no question knows any more are left out."""
        with self._workshop.read() as session:
            found = {question: row.choice for question, row in advice.answers(session, client).items()}
        return {
            question.key: found[question.key]
            for question in self.questions
            if question.choice(found.get(question.key, ""))
        }

    def answer(self, client: ClientId, question: str, choice: str | None) -> None:
        """Records one answer; None takes it back. Raises InvalidInput for a question or choice that is not known."""
        self._refuse(question, choice)
        with self._history.step(N_("answer the advisor")) as work:
            self._put(work, client, question, choice)
            work.record(ContextChanged(client))

    def keep(self, client: ClientId, answers: Answers) -> None:
        """Records answers that were given before there was a client, in one step. Raises InvalidInput."""
        for question, choice in answers.items():
            self._refuse(question, choice)
        if not answers:
            return
        with self._history.step(N_("keep the answers to the advisor")) as work:
            for question, choice in answers.items():
                self._put(work, client, question, choice)
            work.record(ContextChanged(client))

    def advise(self, answers: Answers, language: str) -> AdviceView:
        """The suggestions that follow from answers, in `language`. Raises ContentError."""
        ranking = rank(self.questions, self._content.families, answers)
        known = {standard.family: standard for standard in self._content.standards}
        newest = self._newest()
        views = []
        for found in ranking.suggestions:
            if not found.score:
                continue
            heading, standard = newest.get(found.family), known[found.family]
            reasons = tuple(ReasonView(r.choice.text[language], r.words[language]) for r in found.reasons)
            views.append(
                SuggestionView(
                    found.family,
                    heading.designation if heading else standard.designation,
                    standard.about[language],
                    found.level,
                    reasons,
                    heading,
                )
            )
        names = {view.family: view.designation for view in views}
        return AdviceView(
            tuple(views),
            ranking.answered,
            ranking.questions,
            ranking.needs_none,
            tuple(names[family] for family in ranking.integrated),
        )

    def _newest(self) -> dict[str, Heading]:
        """By family the edition that was published last; the edition decides where a pack does not say when."""
        headings = sorted(self._shelf.headings(), key=lambda h: (str(h.published or ""), h.edition))
        return {heading.family: heading for heading in headings}

    def _refuse(self, question: str, choice: str | None) -> None:
        asked = next((known for known in self.questions if known.key == question), None)
        if asked is None or (choice is not None and asked.choice(choice) is None):
            raise InvalidInput("choice", N_("The advisor does not know this answer."), N_("Choose one of those shown."))

    def _put(self, work: Work, client: ClientId, question: str, choice: str | None) -> None:
        row = advice.answers(work.session, client).get(question)
        if choice is None:
            if row is not None:
                work.session.delete(row)
        elif row is None:
            work.session.add(AdviceAnswerRow(client_id=client, question=question, choice=choice))
        else:
            row.choice = choice
