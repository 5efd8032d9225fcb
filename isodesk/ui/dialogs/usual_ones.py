"""A list of proposals to be ticked: what firms usually have, of which a person takes what fits."""

from collections.abc import Hashable, Iterable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.labels import label


class UsualOnesDialog(QDialog):
    """`chosen()` are the keys that were ticked, in the order of the entries."""

    def __init__(self, title: str, lead: str, entries: Iterable[tuple[Hashable, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 560)
        self._entries = tuple(entries)
        self.choices = CheckList(self)
        self.choices.search.set_hint(_("Search the proposals"))
        self.choices.list.setAccessibleName(title)
        self.choices.list.setWordWrap(True)
        self.choices.list.setSpacing(2)
        self.choices.set_entries(self._entries, (key for key, _words in self._entries))
        self.add_button = button("", "primary")
        self.add_button.setDefault(True)
        cancel = button(_("Cancel"), "quiet")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(lead, "muted", wrap=True))
        column.addWidget(self.choices, 1)
        column.addLayout(foot)
        self.choices.changed.connect(lambda _keys: self._count())
        self.add_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.choices.list.setFocus()
        self.choices.list.setCurrentRow(0)
        self._count()

    def chosen(self) -> tuple[Hashable, ...]:
        """What was ticked."""
        ticked = self.choices.checked()
        return tuple(key for key, _words in self._entries if key in ticked)

    def _count(self) -> None:
        count = len(self.choices.checked())
        self.add_button.setText(_("Add {count}").format(count=count))
        self.add_button.setEnabled(count > 0)
