"""What a person does to objectives, handed to the services; what goes away comes back from the message."""

from datetime import date

from isodesk.domain.keys import ObjectiveId, TaskId
from isodesk.services.objective_numbers import read_number
from isodesk.services.objectives import ObjectiveView
from isodesk.ui.case import Case
from isodesk.ui.pages.objectives.form import NUMBERS
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.form import Form


class Deeds:
    """One client's objectives, as the page changes them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._objectives = case.services.objectives
        self.writable = case.services.read_only is None

    def add(self) -> ObjectiveId | None:
        """A new objective, whose title waits to be typed; None where it could not be made."""
        made = list[ObjectiveId]()
        self._case.attempt(lambda: made.append(self._objectives.add(self._case.client, _("New objective"))))
        return made[0] if made else None

    def add_usual(self, keys: tuple[str, ...]) -> None:
        """Some of the usual ones, in one step."""
        made = [0]

        def run() -> None:
            made[0] = self._objectives.add_usual(self._case.client, keys)

        if self._case.attempt(run) and made[0]:
            words = plural(
                "{count} objective was added; say base, target and owner.",
                "{count} objectives were added; say base, target and owner of each.",
                made[0],
            )
            self._undoable(words)

    def save(self, form: Form, view: ObjectiveId, name: str, value: object) -> None:
        """A field that was left; what is wrong with it is said there."""

        def run() -> None:
            kept = read_number(name, str(value), speech().language) if name in NUMBERS else value
            self._objectives.change(self._case.client, view, **{name: kept})

        if self._case.attempt(lambda: form.trying(name, run)) and not form.fields[name].error():
            self._clear_partner(form, name)

    def _clear_partner(self, form: Form, name: str) -> None:
        """Base and target are refused together, so that the one that is right sets the other one free."""
        for other in NUMBERS:
            if name in NUMBERS and other != name:
                form.fields[other].set_error("")

    def measure(self, form: Form, view: ObjectiveId, day: date, typed: str, note: str) -> bool:
        """Notes what was measured; whether it was kept. What is wrong is said at the field."""

        def run() -> None:
            value = read_number("value", typed, speech().language)
            if value is not None:
                self._objectives.measure(self._case.client, view, day, value, note)

        for field in form.fields.values():
            field.set_error("")
        done = self._case.attempt(lambda: form.trying("value", run))
        return done and not any(field.error() for field in form.fields.values())

    def forget(self, view: ObjectiveId, day: date) -> None:
        """Takes a value back."""
        if self._case.attempt(lambda: self._objectives.forget(self._case.client, view, day)):
            self._undoable(_("The value of {date} was removed.").format(date=speech().date(day)))

    def make_task(self, view: ObjectiveView) -> TaskId | None:
        """Puts the next action into the plan."""
        made = list[TaskId]()
        self._case.attempt(lambda: made.append(self._objectives.add_task(self._case.client, view.id)))
        return made[0] if made else None

    def move(self, view: ObjectiveView, places: int) -> None:
        """Up or down in the order."""
        if self.writable:
            self._case.attempt(lambda: self._objectives.move(self._case.client, view.id, places))

    def remove(self, view: ObjectiveView) -> None:
        """Into the trash."""
        if self.writable and self._case.attempt(lambda: self._objectives.archive(self._case.client, view.id)):
            self._undoable(_("The objective “{title}” was removed.").format(title=view.title))

    def _undoable(self, words: str) -> None:
        history = self._case.services.history
        self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(history.undo))
