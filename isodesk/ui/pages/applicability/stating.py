"""What a person does to the statement, handed to the services; several rows get an undo in the message."""

from collections.abc import Callable

from isodesk.domain.applicability import ControlStatus, Reason
from isodesk.domain.keys import PersonId
from isodesk.services.applicability import ControlKey
from isodesk.ui.case import Case
from isodesk.ui.models.controls import DECISIONS
from isodesk.ui.speech import _, plural

Keys = tuple[ControlKey, ...]


class Stating:
    """One client's statement, as the page changes it."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._applicability = case.services.applicability
        self.writable = case.services.read_only is None

    def decide(self, keys: Keys, digit: int) -> bool:
        """Whether these apply, in one step; whether it was kept."""
        if digit not in DECISIONS or not keys or not self.writable:
            return False
        client, applicable = self._case.client, DECISIONS[digit]
        return self._change(keys, lambda: self._applicability.decide(client, keys, applicable))

    def give_reason(self, keys: Keys, reason: Reason, given: bool) -> None:
        """Adds one reason to these or takes it off; their other reasons stay."""
        reasons = frozenset({reason} if given else ())
        client, among = self._case.client, frozenset({reason})
        self._change(keys, lambda: self._applicability.set_reasons(client, keys, reasons, among))

    def set_status(self, keys: Keys, status: ControlStatus | None) -> None:
        """How far these are."""
        self._change(keys, lambda: self._applicability.set_status(self._case.client, keys, status))

    def set_owner(self, keys: Keys, owner: PersonId | None) -> None:
        """Who answers for these."""
        self._change(keys, lambda: self._applicability.set_owner(self._case.client, keys, owner))

    def write(self, keys: Keys, field: str, text: str) -> None:
        """A text about these. Raises UserError: the form says what is wrong with it at the field."""
        self._applicability.write(self._case.client, keys, field, text)
        self._say(keys)

    def propose(self) -> None:
        """Decides what is open by the gap assessment."""
        made = [0]

        def run() -> None:
            made[0] = self._applicability.propose(self._case.client)

        if not self._case.attempt(run):
            return
        if made[0]:
            self._undoable(plural("{count} control decided", "{count} controls decided", made[0]))
        else:
            self._case.messages.toast(_("Every control is decided already."))

    def _change(self, keys: Keys, action: Callable[[], object]) -> bool:
        done = self._case.attempt(action)
        if done:
            self._say(keys)
        return done

    def _say(self, keys: Keys) -> None:
        if len(keys) > 1:
            self._undoable(plural("{count} control changed", "{count} controls changed", len(keys)))

    def _undoable(self, text: str) -> None:
        self._case.messages.toast(text, _("Undo"), self._case.services.history.undo)
