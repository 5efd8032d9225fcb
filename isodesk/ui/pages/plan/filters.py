"""The row above the plan: which tasks are shown, and whether the time axis and the details are."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.domain.keys import PersonId
from isodesk.ui.models.plan_lines import SHOW, Wanted
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.buttons import icon_button, name_button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.gantt_axis import ZOOMS
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.switch import Switch


class Filters(Spoken):
    """`changed` fires when other tasks are wanted."""

    changed = Signal()
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[tuple[Hashable, str], ...] = ()
        self.show_field = ChoiceField(self)
        self.owner = ChoiceField(self)
        self.search = SearchBox(self)
        self.zoom = Switch(ZOOMS, self, wraps=False)
        self.timeline = icon_button("gantt")
        self.details = icon_button("info")
        for toggle in (self.timeline, self.details):
            toggle.setCheckable(True)
            toggle.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for choice in (self.show_field, self.owner):
            choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
            choice.currentTextChanged.connect(lambda text, choice=choice: choice.setToolTip(tip(text)))
            row.addWidget(choice, 2)
        self.search.setMinimumWidth(140)
        row.addWidget(self.search, 3)
        row.addWidget(self.zoom)
        row.addWidget(self.timeline)
        row.addWidget(self.details)
        self.retranslate()
        self.timeline.toggled.connect(self.zoom.setVisible)
        self.show_field.set_value("all")
        self.show_field.picked.connect(lambda _value: self.changed.emit())
        self.owner.picked.connect(lambda _value: self.changed.emit())
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.search.list_requested.connect(self.list_requested)

    def wanted(self) -> Wanted:
        """What is let through."""
        owner = self.owner.value()
        return Wanted(
            str(self.show_field.value() or "all"), PersonId(str(owner)) if owner else None, self.search.text()
        )

    def set_people(self, people: Iterable[tuple[Hashable, str]]) -> None:
        """Who may be responsible."""
        self._people = tuple(people)
        self._fill()

    def set_show(self, show: str) -> None:
        """Shows everything of one kind, whatever was filtered before."""
        self.show_field.set_value(show)
        self.owner.set_value("")
        self.search.setText("")
        self.changed.emit()

    def begin_search(self) -> None:
        """The cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fill(self) -> None:
        kept = self.owner.value()
        self.owner.set_choices([("", _("Everyone")), *self._people])
        self.owner.set_value(kept if kept in dict(self._people) else "")

    def retranslate(self) -> None:
        """Choices and names."""
        kept = self.show_field.value()
        self.show_field.set_choices([(key, _(words)) for key, words in SHOW])
        self.show_field.set_value(kept or "all")
        self.show_field.setAccessibleName(_("Which tasks are shown"))
        self.owner.setAccessibleName(_("Whose tasks are shown"))
        self.search.set_hint(_("Search in the plan"))
        self.zoom.set_words(
            _("Scale of the timeline"),
            (
                ("week", _("Week"), _("Every day is to be seen")),
                ("month", _("Month"), _("Every week is to be seen")),
                ("quarter", _("Quarter"), _("The whole project is to be seen")),
            ),
        )
        name_button(self.timeline, _("Show the timeline"))
        name_button(self.details, _("Show the details of a task"), _("Space"))
        self._fill()
