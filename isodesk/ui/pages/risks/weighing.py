"""What a person does to the register, handed to the services; several rows get an undo in the message."""

from collections.abc import Callable, Hashable

from isodesk.domain.keys import RiskId, TaskId
from isodesk.domain.risks import RiskKind
from isodesk.ui.case import Case
from isodesk.ui.models.risks import DIGITS
from isodesk.ui.pages.risks.chosen import Chosen
from isodesk.ui.speech import _, plural, speech


class Weighing:
    """One client's register, as the page changes it."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._risks = case.services.risks
        self.writable = case.services.read_only is None

    def add(self, kind: RiskKind) -> RiskId | None:
        """A new entry that waits for its words; None where it could not be made."""
        made: list[RiskId] = []
        title = _("New risk") if kind is RiskKind.RISK else _("New opportunity")
        if self.writable:
            self._case.attempt(lambda: made.append(self._risks.add(self._case.client, title, kind)))
        return made[0] if made else None

    def decide(self, chosen: Chosen, digit: int) -> bool:
        """The decision of a key, for all that are of one kind; whether it was kept."""
        kind = chosen.kind
        if kind is None or not self.writable or (digit and digit not in DIGITS[kind]):
            return False
        decision = DIGITS[kind][digit] if digit else None
        done = self._case.attempt(lambda: self._risks.change(self._case.client, chosen.keys, decision=decision))
        if done:
            self._say(chosen)
        return done

    def write(self, chosen: Chosen, name: str, value: object) -> None:
        """A field of all that are chosen. Raises UserError: the form says what is wrong with it at the field."""
        self._risks.change(self._case.client, chosen.keys, **{name: value})
        self._say(chosen)

    def remove(self, chosen: Chosen) -> bool:
        """Into the trash; the message brings them back."""
        if not self.writable or not self._try(lambda: self._risks.archive(self._case.client, chosen.keys)):
            return False
        if chosen.is_single:
            self._undoable(_("No. {number} was removed.").format(number=chosen.first.number))
        else:
            self._undoable(plural("{count} entry removed", "{count} entries removed", len(chosen.keys)))
        return True

    def choose_tasks(self, entry: RiskId, tasks: frozenset[Hashable]) -> None:
        """Lets these tasks treat an entry. Raises UserError."""
        self._risks.link(self._case.client, entry, frozenset(TaskId(str(task)) for task in tasks))

    def take_usual(self, keys: frozenset[Hashable]) -> None:
        """Takes usual risks and opportunities into the register."""
        made = [0]

        def run() -> None:
            made[0] = self._risks.propose(self._case.client, map(str, keys), speech().language)

        if keys and self._try(run):
            self._undoable(plural("{count} entry added", "{count} entries added", made[0]))

    def _try(self, action: Callable[[], object]) -> bool:
        return self._case.attempt(action)

    def _say(self, chosen: Chosen) -> None:
        if not chosen.is_single:
            self._undoable(plural("{count} entry changed", "{count} entries changed", len(chosen.keys)))

    def _undoable(self, text: str) -> None:
        self._case.messages.toast(text, _("Undo"), self._case.services.history.undo)
