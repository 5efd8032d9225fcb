"""Chooses another standard for a client and says beforehand what it means: how much is asked already, how much is left."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from isodesk.catalog.standard import Heading
from isodesk.domain.journey import minutes_for
from isodesk.errors import UserError
from isodesk.i18n import N_
from isodesk.services.adoption import AdditionView
from isodesk.ui.case import Case
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.labels import label


class AddStandardDialog(QDialog):
    """`chosen()` is the key of the standard that was added to the client."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._reading = JobGroup(case.jobs, self._failed)
        self._added = ""
        self.setWindowTitle(_("Add a standard"))
        self.resize(760, 520)
        self._build()
        self.model.set_rows(case.services.adoptions.choices(case.client))
        found = self.model.rowCount() > 0
        self.table.setVisible(found)
        self.outcome.setVisible(found)
        self.empty.setVisible(not found)
        self.add.setVisible(found)
        if found:
            self.table.selectRow(0)
            self.table.setFocus()

    def _build(self) -> None:
        lead = label(
            _(
                "A question that two standards share is asked once; what is answered already counts for the new one too."
            ),
            "muted",
            wrap=True,
        )
        self.banner = Banner(self)
        self.model: RowsModel[Heading] = RowsModel(_columns(), lambda heading: heading.key, self)
        self.table = DataTable(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Standards that can be added"))
        self.table.setColumnWidth(0, 180)
        self.empty = Empty("standard", self)
        self.empty.set_words(
            _("Every standard is chosen already"), _("The library lets you import another one from a file.")
        )
        self.outcome = label(wrap=True)
        self.outcome.setMinimumHeight(self.outcome.fontMetrics().height() * 3)
        self.add = button(_("Add"), "primary")
        self.add.setDefault(True)
        cancel = button(_("Cancel"), "quiet")
        box = QHBoxLayout()
        box.addStretch(1)
        box.addWidget(cancel)
        box.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (lead, self.banner, self.table, self.empty, self.outcome):
            column.addWidget(part, 1 if part in (self.table, self.empty) else 0)
        column.addLayout(box)
        self.table.row_changed.connect(self._chosen)
        self.table.command_key.connect(lambda key: self.put() if key == "Enter" else None)
        self.add.clicked.connect(lambda _checked=False: self.put())
        cancel.clicked.connect(self.reject)

    def chosen(self) -> str:
        """The key that was added; empty before."""
        return self._added

    def _chosen(self, key: object) -> None:
        self._reading.forget()
        heading = self.model.at(self.model.row_of(str(key)))
        self.outcome.setText(_("Reading the questions…"))
        self.add.setText(_("Add {standard}").format(standard=heading.designation) if heading else _("Add"))
        adoptions, client = self._case.services.adoptions, self._case.client
        job = Job(_("Reading a standard"), lambda _report: adoptions.preview_addition(client, str(key)))
        self._reading.start(job, self._show)

    def _show(self, view: AdditionView) -> None:
        asked = plural("It asks {count} question.", "It asks {count} questions.", len(view.standard.question_keys))
        shared = _("Your other standards ask {shared} of them already; {answered} are answered.").format(
            shared=view.shared, answered=view.answered
        )
        left = _("{count} are left to answer, about {minutes} min.").format(
            count=view.fresh, minutes=minutes_for(view.fresh)
        )
        self.outcome.setText(f"{asked} {shared} {left}")

    def put(self) -> None:
        """Adds the standard at hand."""
        key = str(self.table.current_key() or "")
        if not key or self._case.services.read_only is not None:
            return
        try:
            self._case.services.adoptions.add(self._case.client, key)
        except UserError as error:
            self._failed(error)
            return
        self._added = key
        self.accept()

    def _failed(self, error: UserError) -> None:
        self.outcome.setText("")
        self.banner.say("error", error.text(speech()))

    def done(self, result: int) -> None:
        """Nothing that is still being read is waited for."""
        self._reading.forget()
        super().done(result)


def _columns() -> tuple[Column[Heading], ...]:
    return (
        Column(N_("Standard"), lambda heading: heading.designation),
        Column(N_("Title"), lambda heading: heading.title(speech().language)),
    )
