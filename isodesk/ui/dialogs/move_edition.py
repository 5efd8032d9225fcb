"""Shows what moving to the next edition of a standard would mean, and moves when asked to."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from isodesk.catalog.editions import Change, QuestionChange
from isodesk.catalog.standard import Heading, in_language
from isodesk.domain.keys import clause_order
from isodesk.errors import UserError
from isodesk.i18n import N_
from isodesk.services.adoption import TransitionView
from isodesk.ui.case import Case
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate


class MoveEditionDialog(QDialog):
    """Accepted when the client was moved."""

    def __init__(self, case: Case, old: str, new: Heading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._old, self._new = old, new.key
        self._reading = JobGroup(case.jobs, self._failed)
        self.setWindowTitle(_("Move to {standard}").format(standard=new.designation))
        self.resize(840, 620)
        self._build(new)
        adoptions, client = case.services.adoptions, case.client
        job = Job(_("Comparing editions"), lambda _report: adoptions.preview_transition(client, old, new.key))
        self._reading.start(job, self._show)
        self.table.setFocus()

    def _build(self, new: Heading) -> None:
        self._title = label(_("Comparing the editions…"), "heading", wrap=True)
        self._sentence = label(role="muted", wrap=True)
        self._dates = label(role="muted", wrap=True)
        self._dates.hide()
        self.banner = Banner(self)
        self._list_head = label(_("What is new and left to answer"), "eyebrow")
        self.model: RowsModel[QuestionChange] = RowsModel(_columns(), lambda item: item.question.key, self)
        self.table = DataTable(self, row_height=HEIGHT)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(1, WrapDelegate(self.table))
        self.table.setAccessibleName(_("What is new and left to answer"))
        self.table.setColumnWidth(0, 80)
        self.move_button = button(_("Move to {standard}").format(standard=new.designation), "primary")
        self.move_button.setDefault(True)
        self.move_button.setEnabled(False)
        cancel = button(_("Cancel"), "quiet")
        box = QHBoxLayout()
        box.addStretch(1)
        box.addWidget(cancel)
        box.addWidget(self.move_button)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (self._title, self._sentence, self._dates, self.banner, self._list_head):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(box)
        self.move_button.clicked.connect(lambda _checked=False: self.carry_over())
        self.table.command_key.connect(lambda key: self.move_button.click() if key == "Enter" else None)
        cancel.clicked.connect(self.reject)

    def _show(self, view: TransitionView) -> None:
        delta = view.delta
        new = delta.of(Change.NEW)
        self._title.setText(
            plural("{count} answer comes along", "{count} answers come along", view.carried)
            + ", "
            + plural("{count} question is new", "{count} questions are new", len(new))
        )
        parts = [
            _(
                "Notes, responsible people and evidence come along too; {moved} questions stand in another clause now."
            ).format(moved=delta.count(Change.MOVED)),
            _("The assessment to {old} is closed and stays readable.").format(old=delta.old.designation),
        ]
        if view.left_behind:
            parts.append(
                plural(
                    "{count} answer belongs to a question that is no longer asked; it stays there.",
                    "{count} answers belong to questions that are no longer asked; they stay there.",
                    view.left_behind,
                )
            )
        parts.append(_("One step, which Undo takes back."))
        self._sentence.setText(" ".join(parts))
        language = speech().language
        days = [f"{speech().date(day.on)}: {in_language(day.about, language)}" for day in delta.new.transition]
        self._dates.setText("\n".join(days))
        self._dates.setVisible(bool(days))
        self.model.set_rows(new)
        self._list_head.setVisible(bool(new))
        self.table.setVisible(bool(new))
        self.move_button.setEnabled(self._case.services.read_only is None)

    def carry_over(self) -> None:
        """Moves the client."""
        try:
            self._case.services.adoptions.move(self._case.client, self._old, self._new)
        except UserError as error:
            self._failed(error)
        else:
            self.accept()

    def _failed(self, error: UserError) -> None:
        self.banner.say("error", error.text(speech()))

    def done(self, result: int) -> None:
        """Nothing that is still being read is waited for."""
        self._reading.forget()
        super().done(result)


def _columns() -> tuple[Column[QuestionChange], ...]:
    return (
        Column(
            N_("Clause"), lambda item: item.new, sort=lambda item: clause_order(item.new), token=lambda _item: "muted"
        ),
        Column(N_("Question"), lambda item: item.question.text(speech().language).question),
    )
