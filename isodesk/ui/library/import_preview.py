"""What a file holds before it is taken: counts, first rows, what should be known; of a list also which column is what."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from isodesk.catalog.found import FirstLine, Found
from isodesk.catalog.sheet import Columns, Sheet
from isodesk.errors import UserError
from isodesk.i18n import LANGUAGE_NAMES, N_
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.elided_choice import ElidedChoice
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

SHOWN: Final = 50
_REMARKS: Final = 5
_ANY: Final = 16_777_215
_NUMBER: Final = 0
_TITLE: Final = 1
_WORDS: Final = 2
_NAMES: Final = {
    "number": N_("Number"),
    "title": N_("Title"),
    "question": N_("Question"),
    "description": N_("Description"),
    "parent": N_("Belongs to"),
}
Line = tuple[int, FirstLine]
_RELATION: Final = {
    "equal": N_("the same"),
    "subset": N_("part of it"),
    "superset": N_("more than it"),
    "intersect": N_("in part the same"),
    "not_related": N_("nothing to do with it"),
}


class ImportPreview(QWidget):
    """`columns_picked` carries which column holds what, `sheet_picked` the name of another sheet."""

    columns_picked = Signal(object)
    sheet_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.columns = {name: ElidedChoice() for name in _NAMES}
        self.sheet = ElidedChoice()
        self.form.add_row(*((name, self.columns[name], 1) for name in ("number", "title", "question")))
        self.form.add_row(
            *((name, self.columns[name], 1) for name in ("description", "parent")), ("sheet", self.sheet, 1)
        )
        for name, words in _NAMES.items():
            self.form.set_words(name, _(words))
        self.form.set_words("sheet", _("Sheet of the workbook"))
        self.form.setMaximumWidth(_ANY)
        policy = self.form.fields["sheet"].sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.form.fields["sheet"].setSizePolicy(policy)
        self.banner = Banner(self)
        self.counts = label(role="heading", wrap=True)
        self.remarks = label(role="muted", wrap=True)
        self.model: RowsModel[Line] = RowsModel(_columns(), lambda line: line[0], self)
        self.table = DataTable(self, row_height=HEIGHT)
        self._set_up_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.form, self.banner, self.counts, self.remarks):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        for choice in self.columns.values():
            choice.picked.connect(lambda _place: self.columns_picked.emit(self.chosen()))
        self.sheet.picked.connect(lambda name: self.sheet_picked.emit(str(name)))

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("First rows"))
        for column in (_TITLE, _WORDS):
            self.table.setItemDelegateForColumn(column, WrapDelegate(self.table))
        across = self.table.horizontalHeader()
        across.resizeSection(_NUMBER, 110)
        for column in (_TITLE, _WORDS):
            across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_sheet(self, sheet: Sheet | None, columns: Columns | None) -> None:
        """Offers the columns of a list, as they are guessed; other files have none."""
        self.form.setVisible(sheet is not None)
        if sheet is None or columns is None:
            return
        choices = [(None, _("not in this list")), *enumerate(sheet.labels())]
        for name, choice in self.columns.items():
            choice.set_choices(choices)
            choice.set_value(getattr(columns, name))
        self.sheet.set_choices((name, name) for name in sheet.names)
        self.sheet.set_value(sheet.name)
        self.form.fields["sheet"].setVisible(len(sheet.names) > 1)

    def chosen(self) -> Columns:
        """Which column holds what."""
        places = {name: choice.value() for name, choice in self.columns.items()}
        known = {item.name for item in fields(Columns)}
        return Columns(**{name: place for name, place in places.items() if name in known and isinstance(place, int)})

    def show_found(self, found: Found) -> None:
        """What would be taken."""
        self.banner.hide()
        self.counts.setText(_counts(found))
        self.remarks.setText("\n".join(_first(f"– {remark.text(speech())}" for remark in found.remarks)))
        self.remarks.setVisible(bool(found.remarks))
        self.model.columns = _pair_columns() if found.kind == "mapping" else _columns()
        self.model.set_rows(enumerate(found.first(SHOWN, speech().language)))
        self.model.retranslate()
        self.table.show()

    def show_trouble(self, error: UserError) -> None:
        """Why it cannot be taken so; the columns can be chosen otherwise."""
        self.banner.say("error", error.text(speech()), closable=False)
        self.counts.setText("")
        self.remarks.hide()
        self.model.set_rows(())

    def first(self) -> QWidget:
        """Where one begins."""
        return self.table if self.form.isHidden() else self.columns["number"]


def _first(lines: Iterable[str]) -> list[str]:
    known = list(lines)
    left = len(known) - _REMARKS
    return [*known[:_REMARKS], *([_("and {count} more").format(count=left)] if left > 0 else [])]


def _counts(found: Found) -> str:
    if found.kind == "mapping":
        return plural(
            "{count} pair of requirements of two standards",
            "{count} pairs of requirements of two standards",
            found.nodes,
        )
    taken = plural("{count} requirement", "{count} requirements", found.nodes)
    asked = _("{count} of them are asked about").format(count=found.assessable)
    languages = ", ".join(LANGUAGE_NAMES.get(language, language) for language in found.languages())
    return f"{taken}, {asked}  ·  {languages}"


def _pair_columns() -> tuple[Column[Line], ...]:
    return (
        Column(N_("In the one"), lambda line: line[1].number),
        Column(N_("In the other"), lambda line: line[1].title),
        Column(N_("How much they share"), lambda line: _(_RELATION.get(line[1].question, line[1].question))),
    )


def _columns() -> tuple[Column[Line], ...]:
    def quiet(line: Line) -> str:
        return "text" if line[1].question else "muted"

    return (
        Column(N_("Number"), lambda line: line[1].number, token=lambda _line: "muted"),
        Column(N_("Title"), lambda line: line[1].title, token=quiet),
        Column(N_("Question"), lambda line: line[1].question),
    )
