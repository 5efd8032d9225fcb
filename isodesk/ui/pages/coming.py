"""Says, in one place, what phases 3, 5 and 6 will hold; the plan works meanwhile."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain import journey
from isodesk.domain.journey import Page
from isodesk.i18n import N_
from isodesk.ui.case import Case, Place
from isodesk.ui.page import PageView
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label

_PARTS: Final[Mapping[Page, tuple[str, ...]]] = {
    Page.IMPLEMENTATION: (
        N_("Register of documents with versions and approval"),
        N_("Tasks by date, for everyone who carries them out"),
        N_("Training records with a check of what they achieved"),
        N_("Evidence that is still missing, question by question"),
    ),
    Page.CERTIFICATION: (
        N_("Certification bodies compared by accreditation, price and dates"),
        N_("Application and the package of documents that goes with it"),
        N_("Stage 1 and stage 2 with their findings and dates"),
        N_("The certificate, its scope and its dates"),
    ),
    Page.MAINTENANCE: (
        N_("Calendar of surveillance audits, internal audits and reviews"),
        N_("Management review from agenda to decisions"),
        N_("Changes in the firm and new editions of standards"),
    ),
}
_MEANWHILE: Final = N_("Until then the plan on page 2.1 carries this work: tasks, owners, dates and progress.")


class ComingPage(PageView):
    """One class for the pages that are not built yet."""

    def __init__(self, case: Case, page: Page, parent: QWidget | None = None) -> None:
        self._page = page
        self.key = page
        super().__init__(case, parent)

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._lead = label(role="heading", wrap=True)
        column.addWidget(self._lead)
        self._lines = [label(wrap=True) for _part in _PARTS[self._page]]
        for line in self._lines:
            column.addWidget(line)
        column.addSpacing(16)
        self._meanwhile = label(role="muted", wrap=True)
        self._to_plan = button("", "plain")
        column.addWidget(self._meanwhile)
        column.addWidget(self._to_plan, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        holder = QWidget(self)
        holder.setMaximumWidth(720)
        holder.setLayout(column)
        self.body.addWidget(holder, 1)

    def _connect(self) -> None:
        self._to_plan.clicked.connect(lambda: self.place_requested.emit(Place(journey.Page.PLAN)))

    def retranslate(self) -> None:
        """All words of the page."""
        super().retranslate()
        self._lead.setText(_("This phase comes with a later version. It will hold:"))
        for line, part in zip(self._lines, _PARTS[self._page], strict=True):
            line.setText(f"–  {_(part)}")
        self._meanwhile.setText(_(_MEANWHILE))
        self._to_plan.setText(_("Open the plan"))
