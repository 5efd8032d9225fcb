"""Asks how a new assessment shall begin, and begins it: with the answers of the last one, or blank."""

from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLayout, QRadioButton, QVBoxLayout, QWidget

from isodesk.errors import UserError
from isodesk.services.assessment import RoundView
from isodesk.ui.case import Case
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label

_WIDTH = 580


class NewRoundDialog(QDialog):
    """Accepted when the round was begun."""

    def __init__(self, case: Case, current: RoundView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setWindowTitle(_("New assessment"))
        since = speech().date(current.started_on)
        self._sentence = label(
            _(
                "Assessment {number}, begun on {date}, is closed today. It stays readable with all its answers, notes and "
                "files, and the results page compares it with the new one."
            ).format(number=current.number, date=since),
            wrap=True,
        )
        self.banner = Banner(self)
        self.carry = QRadioButton(_("&Take the answers along and go over them"), self)
        self.blank = QRadioButton(_("&Begin with every question open"), self)
        self.carry.setChecked(True)
        self._ways = QButtonGroup(self)
        self._carry_words = label(
            _(
                "Notes, levels, responsible people and files come along; each answer keeps its assessor and date until it is changed."
            ),
            "muted",
            wrap=True,
        )
        self._blank_words = label(
            _("Nothing of the old answers is seen while you answer: for a fresh look, or another assessor."),
            "muted",
            wrap=True,
        )
        self.start = button(_("Begin assessment {number}").format(number=current.number + 1), "primary")
        self.start.setDefault(True)
        self.start.setEnabled(case.services.read_only is None)
        self.cancel = button(_("Cancel"), "quiet")
        self._lay_out()
        self.start.clicked.connect(lambda _checked=False: self.begin())
        self.cancel.clicked.connect(self.reject)
        self.carry.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._sentence)
        column.addWidget(self.banner)
        column.addSpacing(4)
        for way, words in ((self.carry, self._carry_words), (self.blank, self._blank_words)):
            self._ways.addButton(way)
            way.setAccessibleDescription(words.text())
            column.addWidget(way)
            inset = QHBoxLayout()
            inset.setContentsMargins(28, 0, 0, 0)
            inset.addWidget(words)
            column.addLayout(inset)
        box = QHBoxLayout()
        box.addWidget(label(_("One step, which Undo takes back."), "muted"), 1)
        box.addWidget(self.cancel)
        box.addWidget(self.start)
        column.addStretch(1)
        column.addSpacing(8)
        column.addLayout(box)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.resize(_WIDTH, column.heightForWidth(_WIDTH))

    def begin(self) -> None:
        """Closes the current round and begins the next."""
        try:
            self._case.services.rounds.start(self._case.client, carry=self.carry.isChecked())
        except UserError as error:
            self.banner.say("error", error.text(speech()))
        else:
            self.accept()
