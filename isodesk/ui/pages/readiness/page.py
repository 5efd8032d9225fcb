"""Page 1.7 at work: two numbers, two stages, and a link at each point that is missing."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.domain.events import Event
from isodesk.domain.journey import Page
from isodesk.domain.readiness import AuditStage
from isodesk.i18n import N_
from isodesk.ui.page import PageView
from isodesk.ui.pages.readiness.stage import StagePanel
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.big_count import BigCount
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.switch import Switch

_SHOWN: Final = (("missing", N_("Missing points")), ("all", N_("All points")))
DOCUMENT: Final = "readiness"


class ReadinessPage(PageView):
    """Rows are points, such as “documents”."""

    key = Page.READINESS
    hears = (Event,)
    documents: ClassVar[tuple[str, ...]] = (DOCUMENT,)

    def _build(self) -> None:
        self.print = button("", icon="print", parent=self)
        self.head.extra.addWidget(self.print, 0, Qt.AlignmentFlag.AlignTop)
        self.filled, self.ready = BigCount(self), BigCount(self, ink="good")
        self.shown = Switch((value for value, _words in _SHOWN), self)
        self.stages = {stage: StagePanel(stage, self) for stage in AuditStage}
        self._area = ScrollColumn(self, 20)
        counts = QWidget(self)
        row = QHBoxLayout(counts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addWidget(self.filled, 1)
        row.addWidget(self.ready, 1)
        self._area.add(counts)
        self._area.add(self.shown)
        for panel in self.stages.values():
            self._area.add(panel)
        self.body.addWidget(self._area)

    def _connect(self) -> None:
        self.print.clicked.connect(lambda _checked=False: self.print_requested.emit(DOCUMENT, ""))
        self.shown.picked.connect(lambda _value: self.refresh())
        for panel in self.stages.values():
            panel.picked.connect(self.place_requested)

    def refresh(self) -> None:
        """Reads all points again."""
        view = self.case.services.readiness.view(self.case.client, speech().language)
        self.filled.set_counts(view.progress.answered, view.progress.total)
        self.ready.set_counts(view.progress.ready_points, view.progress.applicable)
        above: QWidget = self.shown.button_of("all")
        for panel in self.stages.values():
            panel.last = panel.last if panel.lines else above
            panel.show_view(view, only_missing=self.shown.value() == "missing")
            above = panel.last

    def show_row(self, row: str) -> None:
        """A point by its name."""
        for panel in self.stages.values():
            line = panel.lines.get(row)
            if line is not None:
                self.shown.set_value("all" if line.isHidden() else self.shown.value())
                self.refresh()
                self._area.reveal(line)
                line.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_row(self) -> str:
        """The point whose link has the keyboard."""
        for panel in self.stages.values():
            for point, line in panel.lines.items():
                if line.link.hasFocus():
                    return point
        return ""

    def retranslate(self) -> None:
        """Captions and choices."""
        super().retranslate()
        self.print.setText(_("Print…"))
        self.filled.set_caption(_("Filled in"), _("Questions that have an answer, of all that apply or may apply."))
        self.ready.set_caption(
            _("Readiness"), _("Conforming questions and half of the partly conforming ones, of all that apply.")
        )
        self.shown.set_words(_("Show"), ((value, _(words), "") for value, words in _SHOWN))
