"""What to print and how: the document, filled in or blank, of which audit, in which language."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from isodesk.domain.keys import AuditId
from isodesk.i18n import LANGUAGE_NAMES
from isodesk.reports import nonconformity_record, registry
from isodesk.reports.order import ROW_MM
from isodesk.reports.registry import Kind
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.tip import tip
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.field import Field

_LINES: Final = {12: 1, 16: 2, 22: 3}
"""Lines of handwriting that fit into a row of so many millimetres."""
Records = Callable[[AuditId | None], Sequence[tuple[str, str]]]
"""(number, words) of what an audit has records of."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen."""

    key: str
    language: str
    blank: bool = False
    audit: AuditId | None = None
    record: str | None = None
    row_mm: int = ROW_MM
    stamped: bool = False


class PrintOptions(QWidget):
    """`changed` carries a Choice. Only what the document knows is asked for."""

    changed = Signal(object)

    def __init__(
        self,
        kinds: Sequence[Kind],
        audits: Sequence[tuple[AuditId, str]],
        records: Records,
        choice: Choice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kinds = tuple(kinds)
        self._audits = tuple(audits)
        self._records = records
        self._build()
        self._fill(choice)
        self._show_fields()
        self._connect()

    def _build(self) -> None:
        self.documents = QListWidget(self)
        self.documents.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.documents.setWordWrap(True)
        self.documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blank = ChoiceField(
            choices=((False, _("With the recorded data")), (True, _("Blank, to fill in with a pen")))
        )
        self.audit = ChoiceField(choices=self._audits)
        self.record = ChoiceField()
        self.row_mm = ChoiceField()
        self.language = ChoiceField(choices=LANGUAGE_NAMES.items())
        self.stamp = QCheckBox(_("Print &date and name at the foot"))
        documents = Field(self.documents, _("D&ocument"))
        self._fields = {
            "blank": Field(self.blank, _("&Version")),
            "audit": Field(self.audit, _("&Audit")),
            "record": Field(self.record, _("&Record")),
            "row_mm": Field(self.row_mm, _("Row &height")),
            "language": Field(self.language, _("&Language of the document")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(documents)
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self.stamp)
        column.addStretch(1)

    def _fill(self, choice: Choice) -> None:
        for kind in self._kinds:
            title = registry.title_of(kind, speech())
            item = QListWidgetItem(title)
            item.setToolTip(tip(title))
            self.documents.addItem(item)
        keys = [kind.key for kind in self._kinds]
        self.documents.setCurrentRow(keys.index(choice.key) if choice.key in keys else 0)
        rows = max(30, self.documents.sizeHintForRow(0))
        self.documents.setFixedHeight(len(keys) * rows + 2 * self.documents.frameWidth() + 4)
        self.blank.set_value(choice.blank)
        self.audit.set_value(choice.audit or next((audit for audit, _number in reversed(self._audits)), None))
        self._fill_records(choice.record)
        self._fill_rows(choice.row_mm)
        self.language.set_value(choice.language)
        self.stamp.setChecked(choice.stamped)

    def _connect(self) -> None:
        self.documents.currentRowChanged.connect(lambda _row: self._document_changed())
        self.audit.picked.connect(lambda _audit: self._audit_changed())
        self.stamp.toggled.connect(lambda _on: self._tell())
        for field in (self.record, self.row_mm, self.language):
            field.picked.connect(lambda _value: self._tell())
        self.blank.picked.connect(lambda _blank: self._document_changed())

    def kind(self) -> Kind:
        """The document chosen."""
        return self._kinds[self.documents.currentRow()]

    def choice(self) -> Choice:
        """What is chosen now."""
        kind = self.kind()
        audit, record, height = self.audit.value(), self.record.value(), self.row_mm.value()
        blank = kind.can_be_blank and self.blank.value() is True
        return Choice(
            key=kind.key,
            language=str(self.language.value()),
            blank=blank,
            audit=AuditId(str(audit)) if kind.needs_audit and audit else None,
            record=str(record) if record and not blank and kind.key == nonconformity_record.KEY else None,
            row_mm=height if isinstance(height, int) else ROW_MM,
            stamped=self.stamp.isChecked(),
        )

    def _document_changed(self) -> None:
        self._fill_rows(self.row_mm.value())
        self._show_fields()
        self._tell()

    def _audit_changed(self) -> None:
        self._fill_records(None)
        self._show_fields()
        self._tell()

    def _fill_records(self, record: Hashable) -> None:
        audit = self.audit.value()
        found = self._records(AuditId(str(audit)) if audit else None)
        self.record.set_choices([(None, _("All of the audit")), *found])
        self.record.set_value(record if record in {number for number, _words in found} else None)

    def _fill_rows(self, height: Hashable) -> None:
        heights = self.kind().row_heights
        self.row_mm.set_choices([(mm, _height(mm)) for mm in heights])
        self.row_mm.set_value(height if height in heights else ROW_MM)

    def _show_fields(self) -> None:
        """Asks for nothing that does not matter."""
        kind, choice = self.kind(), self.choice()
        shown = {
            "blank": kind.can_be_blank,
            "audit": kind.needs_audit and bool(self._audits),
            "record": kind.key == nonconformity_record.KEY and not choice.blank and self.record.count() > 2,
            "row_mm": choice.blank and bool(kind.row_heights),
        }
        for name, visible in shown.items():
            self._fields[name].setVisible(visible)

    def _tell(self) -> None:
        self.changed.emit(self.choice())


def _height(mm: int) -> str:
    lines = plural("{count} line", "{count} lines", _LINES.get(mm, mm // 8))
    return _("{height} mm: {lines}").format(height=mm, lines=lines)
