"""Asks for the scale by which risks are weighed: three or five steps, and where the levels begin."""

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.risks import SIZES, USUAL, Level, RiskKind, Scale
from isodesk.services.risk_views import matrix
from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.risk_matrix import RiskMatrixView
from isodesk.wording import risks as risk_words

_WIDE: Final = 620


class RiskScaleDialog(QDialog):
    """`scale()` is the one chosen. Only thresholds that leave something to each level can be picked."""

    def __init__(self, scale: Scale, has_entries: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = scale
        self.setWindowTitle(_("Scale of risks"))
        self.size_ = ChoiceField(self, [(size, _("{size} × {size}").format(size=size)) for size in SIZES])
        self.size_.set_value(scale.size)
        self.tolerable = ChoiceField(self)
        self.significant = ChoiceField(self)
        self._note = label(
            _("Entries that are weighed already move to the nearest step of the other scale."), "muted", wrap=True
        )
        self._note.setVisible(False)
        self._has_entries = has_entries
        self._levels = label(wrap=True)
        self.picture = RiskMatrixView(self)
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self._lay_out()
        self._fill(scale)
        self.size_.picked.connect(lambda size: self._fill(USUAL[int(str(size))]))
        self.tolerable.picked.connect(lambda _value: self._fill(self._settled()))
        self.significant.picked.connect(lambda _value: self._fill(self._settled()))
        self.size_.setFocus()

    def _lay_out(self) -> None:
        accept_button(self._box, _("Set the scale"))
        accept = self._box.button(QDialogButtonBox.StandardButton.Ok)
        accept.setProperty("look", "primary")
        accept.setDefault(True)
        theme.restyle(accept)
        self._box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(12)
        for control, words in (
            (self.size_, _("&Steps")),
            (self.tolerable, _("&Tolerable up to")),
            (self.significant, _("S&ignificant up to")),
        ):
            field = Field(control, parent=self)
            field.set_words(words)
            row.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(_("A risk weighs likelihood times impact."), wrap=True))
        column.addLayout(row)
        for part in (self._levels, self._note):
            column.addWidget(part)
        column.addWidget(self.picture, 1)
        column.addWidget(self._box)
        self.resize(_WIDE, _WIDE)

    def scale(self) -> Scale:
        """The scale chosen."""
        return Scale(*(int(str(field.value())) for field in (self.size_, self.tolerable, self.significant)))

    def _settled(self) -> Scale:
        """The thresholds picked; one that was passed by the other moves out of its way."""
        wanted = self.scale()
        if wanted.fault is None:
            return wanted
        above = [product for product in wanted.products if product > wanted.tolerable_to]
        return Scale(wanted.size, wanted.tolerable_to, above[0])

    def _fill(self, scale: Scale) -> None:
        products = scale.products
        self.tolerable.set_choices([(product, str(product)) for product in products[:-2]])
        self.tolerable.set_value(scale.tolerable_to)
        above = [product for product in products[:-1] if product > scale.tolerable_to]
        self.significant.set_choices([(product, str(product)) for product in above])
        self.significant.set_value(scale.significant_to)
        self.picture.set_chart(matrix((), RiskKind.RISK, scale, speech(), after=False))
        words = risk_words.LEVEL[RiskKind.RISK]
        lines = [
            (level, [product for product in products if scale.level_of(product) is level]) for level in reversed(Level)
        ]
        said = (
            _("{level}: {products}").format(level=_(words[level]), products=", ".join(map(str, found)))
            for level, found in lines
        )
        self._levels.setText("\n".join(said))
        self._note.setVisible(self._has_entries and scale.size != self._before.size)
