"""Undo and redo: each user action is one write unit, and its reverse is kept (docs/decisions/001-undo-from-changes.md)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from isodesk.domain.events import Event
from isodesk.i18n import Speech, speech
from isodesk.storage import changes
from isodesk.storage.changes import RowChange
from isodesk.storage.work import Work, Workshop

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Restore:
    """A command that takes a step back (or forth again). Applying it gives its own reverse."""

    label: str
    fields: tuple[tuple[str, object], ...]
    changes: tuple[RowChange, ...]
    events: tuple[Event, ...]

    def text(self, words: Speech) -> str:
        """What the step did, in the user's language."""
        return words(self.label).format(**dict(self.fields))

    def apply(self, work: Work) -> "Restore":
        """Reverts the rows inside `work` and returns the way back."""
        changes.revert(work.session, self.changes)
        for event in self.events:
            work.record(event)
        return Restore(self.label, self.fields, changes.undoable(work.changes), self.events)


class History:
    """What can be undone and redone in the client that is open."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._undo: list[Restore] = []
        self._redo: list[Restore] = []

    @contextmanager
    def step(self, label: str, **fields: object) -> Iterator[Work]:
        """A write unit that can be undone. `label` is marked with N_ and names the step (“answer {clause}”).

        A step that changes nothing leaves no trace. Raises what Workshop.write raises.
        """
        with self._workshop.write(speech("en")(label).format(**fields)) as work:
            work.after_commit = lambda: self._remember(label, tuple(fields.items()), work)
            yield work

    @property
    def undoable(self) -> Restore | None:
        """The step that undo would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def redoable(self) -> Restore | None:
        """The step that redo would bring back."""
        return self._redo[-1] if self._redo else None

    def undo(self) -> Restore | None:
        """Takes back the last step; None when there is none. The step stays undoable when writing fails."""
        return self._move(self._undo, self._redo)

    def redo(self) -> Restore | None:
        """Brings back what was undone last."""
        return self._move(self._redo, self._undo)

    def clear(self) -> None:
        """Forgets everything: another client is open now."""
        self._undo.clear()
        self._redo.clear()

    def _remember(self, label: str, fields: tuple[tuple[str, object], ...], work: Work) -> None:
        kept = changes.undoable(work.changes)
        if kept:
            self._undo.append(Restore(label, fields, kept, tuple(work.events)))
            del self._undo[:-LIMIT]
            self._redo.clear()

    def _move(self, source: list[Restore], target: list[Restore]) -> Restore | None:
        if not source:
            return None
        step = source[-1]
        with self._workshop.write(f"revert: {step.text(speech('en'))}") as work:
            inverse = step.apply(work)

            def moved() -> None:
                source.pop()
                target.append(inverse)

            work.after_commit = moved
        return step
