"""The card of one objective: the form, and beside it what was measured and the tasks that serve it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.keys import ObjectiveId
from isodesk.domain.objectives import Course
from isodesk.services.objectives import ObjectiveView
from isodesk.ui.pages.objectives.form import ObjectiveForm
from isodesk.ui.pages.objectives.values import ValuesPanel
from isodesk.ui.speech import _
from isodesk.ui.widgets.beside import Beside
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.state_sign import StateSign
from isodesk.ui.widgets.tab_order import come_before

_STATES = {
    Course.OPEN: "todo",
    Course.UNMEASURED: "todo",
    Course.ON_COURSE: "doing",
    Course.BEHIND: "trouble",
    Course.REACHED: "done",
    Course.MISSED: "trouble",
}


class ServingTasks(Spoken):
    """Tasks of the plan that serve the objective, each a link; `task_picked` carries an id."""

    task_picked = Signal(object)
    make_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ObjectiveView | None = None
        self._heading = label(role="eyebrow")
        self.links: list[QPushButton] = []
        self.make_button = button("", "", "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._heading)
        self._column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.make_button.clicked.connect(lambda _checked=False: self.make_requested.emit())
        self.retranslate()

    def show_view(self, view: ObjectiveView) -> None:
        """The tasks of one objective."""
        self._view = view
        while len(self.links) < len(view.tasks):
            link = button("", "link", parent=self)
            link.clicked.connect(partial(self._go, len(self.links)))
            come_before(link, self.make_button)
            self._column.insertWidget(1 + len(self.links), link, 0, Qt.AlignmentFlag.AlignLeft)
            self.links.append(link)
        self.retranslate()

    def _go(self, place: int, _checked: bool = False) -> None:
        if self._view is not None and place < len(self._view.tasks):
            self.task_picked.emit(self._view.tasks[place].id)

    def retranslate(self) -> None:
        """Titles with how far they are."""
        self._heading.setText(_("In the plan"))
        tasks = self._view.tasks if self._view is not None else ()
        for place, link in enumerate(self.links):
            link.setVisible(place < len(tasks))
            if place < len(tasks):
                task = tasks[place]
                title = task.title if len(task.title) <= 60 else f"{task.title[:57]}…"
                link.setText(_("{title}: {percent} %").format(title=title, percent=task.done).replace("&", "&&"))
                link.setToolTip(_("Go to the task in the plan"))
        self.make_button.setText(_("Make a task of it"))
        self.make_button.setToolTip(_("Puts the next action into the plan, with the owner and the date"))


class ObjectiveCard(Card):
    """Shows an objective; the panel does what a person asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: ObjectiveId | None = None
        self._view: ObjectiveView | None = None
        self.form = ObjectiveForm(self)
        self.state = StateSign(self)
        self.values = ValuesPanel(self)
        self.tasks = ServingTasks(self)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.state, self.values, self.tasks):
            column.addWidget(part)
        column.addStretch(1)
        self.column.addWidget(Beside(self.form, side, self, turn=760, shares=(5, 4)))

    def show_view(self, view: ObjectiveView) -> bool:
        """Another objective, or other words about the same; what is being typed goes to the one it was typed for.
        Whether it is another one."""
        other = view.id != self.shown
        if other and self.shown is not None:
            self.form.commit()
            self.form.clear_errors()
        self.shown = view.id
        self._view = view
        self.form.show_view(view)
        self.values.show_view(view)
        self.tasks.show_view(view)
        self.retranslate()
        return other

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self.form.set_read_only(read_only)
        self.values.set_read_only(read_only)
        self.tasks.make_button.setEnabled(not read_only)

    def has_focus(self) -> bool:
        """Whether the keyboard is in here."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def retranslate(self) -> None:
        """Where it stands, in words with the share of the way."""
        view = self._view
        if view is None:
            return
        words = _(wording.COURSE[view.course])
        if view.share is not None and view.course is not Course.REACHED:
            words = _("{course}: {percent} % of the way").format(course=words, percent=int(view.share * 100))
        self.state.set_state(_STATES[view.course], words)
