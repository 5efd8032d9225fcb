"""What a person does to answers, handed to the services; trouble is said in the right place, several rows get an undo."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtWidgets import QWidget

from isodesk.catalog.standard import Exclusion, in_language
from isodesk.domain.conformity import BY_DIGIT, Conformity, Importance
from isodesk.domain.keys import PersonId, QuestionKey
from isodesk.errors import InvalidInput, UserError
from isodesk.services.assessment import QuestionView
from isodesk.ui.case import Case
from isodesk.ui.speech import _, plural, speech


class Answering:
    """One client's answers, as the page changes them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._assessment = case.services.assessment
        self.writable = case.services.read_only is None
        self._warned: set[str] = set()

    def answer(self, keys: Sequence[QuestionKey], digit: int) -> bool:
        """One verdict on all of these in one step; whether it was kept."""
        verdict = BY_DIGIT.get(digit)
        done = self.writable and self._try(lambda: self._assessment.record_many(self._case.client, keys, verdict))
        if done and len(keys) > 1:
            self._undoable(plural("{count} question answered", "{count} questions answered", len(keys)))
        elif done and verdict is Conformity.NOT_APPLICABLE:
            self._warn_of_leaving_out(keys[0])
        return done

    def _warn_of_leaving_out(self, question: QuestionKey) -> None:
        """Once for each standard while the page lives: what it says of leaving something out."""
        standards = self._case.services.standards.of(self._case.client)
        told = [s for s in standards if question in s.clause_of and s.key not in self._warned and s.leaving_out]
        wary = [s for s in told if s.exclusion_of(s.clause_of[question]) is Exclusion.WARN]
        if wary:
            self._warned |= {standard.key for standard in wary}
            words = " ".join(in_language(standard.leaving_out, speech().language) for standard in wary)
            self._case.messages.toast(words)

    def own(self, keys: Sequence[QuestionKey], person: PersonId | None) -> None:
        """One person for all of these in one step."""
        done = self._try(lambda: self._assessment.set_owner(self._case.client, keys, person))
        if done and len(keys) > 1:
            self._undoable(plural("{count} question changed", "{count} questions changed", len(keys)))

    def weigh(self, keys: Sequence[QuestionKey], importance: Importance) -> None:
        """How much these matter for this client."""
        self._change(keys, importance=importance)

    def rate(self, keys: Sequence[QuestionKey], maturity: int | None) -> None:
        """A level beside the verdict of these."""
        self._change(keys, maturity=maturity)

    def sign(self, keys: Sequence[QuestionKey], name: str, day: date | None) -> None:
        """Who assessed these, and when."""
        self._change(keys, assessor=name, assessed_on=day)

    def _change(self, keys: Sequence[QuestionKey], **values: object) -> None:
        done = (
            bool(keys)
            and self.writable
            and self._try(lambda: self._assessment.change(self._case.client, keys, **values))
        )
        if done and len(keys) > 1:
            self._undoable(plural("{count} question changed", "{count} questions changed", len(keys)))

    def differ(self, view: QuestionView | None, window: QWidget) -> bool:
        """Shows for which standards a question counts and takes the answers that differ; whether there was anything to show."""
        from isodesk.ui.dialogs.counts_for import CountsForDialog

        if view is None or not view.focus:
            return False
        dialog = CountsForDialog(self._case, view, window)
        dialog.exec()
        dialog.deleteLater()
        return True

    def note(self, key: str, field: str, text: str) -> str:
        """Keeps a note; what is wrong with it, for its field."""
        try:
            self._assessment.set_note(self._case.client, QuestionKey(key), field, text)
        except InvalidInput as error:
            return error.text(speech())
        except UserError as error:
            self._case.messages.failure(error)
        return ""

    def look(self, view: QuestionView | None) -> bool:
        """Notes that a question was left without an answer; whether that was news. A hint is not worth a message."""
        if view is None or view.seen or view.conformity is not None or not self.writable:
            return False
        with suppress(UserError):
            self._assessment.look(self._case.client, view.key)
        return True

    def _try(self, action: Callable[[], object]) -> bool:
        return self._case.attempt(action)

    def _undoable(self, text: str) -> None:
        self._case.messages.toast(text, _("Undo"), self._case.services.history.undo)
