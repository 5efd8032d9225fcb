"""The issues of a client: a table, and the card of the one at hand below it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.context import CATEGORIES, Side
from isodesk.domain.keys import IssueId
from isodesk.i18n import N_
from isodesk.services.context import IssueView
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.pages.context import proposing
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.order_keys import OrderKeys
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea

_SHARES: Final = (3, 5, 11, 3)
_FIELDS: Final = ("text", "effect", "side", "category", "favourable")
_SIGNS: Final = {True: Sign("arrow-up", "good"), False: Sign("arrow-down", "partly")}


def _one_line(text: str) -> str:
    return " ".join(text.split())


class IssuesPanel(Spoken):
    """Table, card, the usual ones."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._read_only = False
        self._shown: IssueId | None = None
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.usual_button = self._head.add_button(button("", "quiet", "checklist"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES, most=12)
        self._model = RowsModel(self._columns(), lambda issue: issue.id, self)
        self.table.setModel(self._model)
        self.table.remember(TableLayouts(case.preferences), "context.issues")
        self.table.setItemDelegateForColumn(3, StatusDelegate(self.table))
        self._order = OrderKeys(self.table)
        self._empty = Empty("globe", self)
        self.card = Card(self)
        self.form = Form(self.card)
        self._fill_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.table, self._empty, self.card):
            column.addWidget(part)
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[IssueView], ...]:
        return (
            Column(N_("Side"), lambda issue: _(wording.SIDE[issue.side])),
            Column(N_("Category"), lambda issue: _(wording.CATEGORY[issue.category]) if issue.category else "–"),
            Column(N_("Issue"), lambda issue: _one_line(issue.text)),
            Column(
                N_("Helps or hinders"),
                lambda issue: _(wording.FAVOURABLE[issue.favourable]) if issue.favourable is not None else "–",
                sign=lambda issue: _SIGNS[issue.favourable] if issue.favourable is not None else None,
            ),
        )

    def _fill_card(self) -> None:
        self._text = TextArea(least=1, most=6)
        self._side, self._category, self._favourable = ChoiceField(), ChoiceField(), ChoiceField()
        self._category.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._category.setMaxVisibleItems(16)
        self.form.add_row(("text", self._text, 1))
        self.form.add_row(("side", self._side, 3), ("category", self._category, 5), ("favourable", self._favourable, 3))
        self.form.add_row(("effect", TextArea(least=2, most=8), 1))
        self.card.column.addLayout(at_left(self.form))

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.usual_button.clicked.connect(self.add_usual)
        self._empty.action_requested.connect(self.add_usual)
        self.remove_button.clicked.connect(self.remove)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self.form.focus("text"))
        self.table.row_changed.connect(lambda _key: self._show_issue())
        self._order.moved.connect(self._move)
        self.form.edited.connect(self._save)

    def refresh(self) -> tuple[IssueView, ...]:
        """Reads the issues again; the one at hand stays."""
        issues = self._case.services.context.issues(self._case.client)
        self._model.set_rows(issues)
        if issues and self.table.current_key() is None:
            self.table.go_to(issues[0].id)
        for part in (self.table, self.remove_button, self.usual_button):
            part.setVisible(bool(issues))
        self._empty.setVisible(not issues)
        self.table.single_keys = self._case.preferences.current.single_keys
        self._show_issue()
        return issues

    def _show_issue(self) -> None:
        issue = self._model.at(self.table.currentIndex())
        self.card.setVisible(issue is not None)
        self.remove_button.setEnabled(issue is not None and not self._read_only)
        if issue is not None and issue.id != self._shown and self._shown is not None:
            self.form.commit()
            self.form.clear_errors()
        self._shown = issue.id if issue else None
        if issue is not None:
            self._offer(issue.side)
            self.form.set_values({name: getattr(issue, name) for name in _FIELDS})

    def _offer(self, side: Side) -> None:
        """The categories of one side only."""
        words = [(category, _(wording.CATEGORY[category])) for category in CATEGORIES[side]]
        self._category.set_choices([(None, _("not said")), *words])

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self._read_only = read_only
        self.form.set_read_only(read_only)
        for part in (self.add_button, self.usual_button, self._empty):
            part.setEnabled(not read_only)

    def show_issue(self, issue: str) -> bool:
        """Makes an issue the current row; whether it is there."""
        found = self.table.go_to(issue)
        if found:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return found

    def start(self) -> None:
        """The keyboard comes to the button that fills the list."""
        if self._empty.isVisibleTo(self):
            self._empty.take_keyboard()
        else:
            self.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused(self) -> str:
        """The id of the issue at hand while the keyboard is here."""
        here = self.table.hasFocus() or bool(self.form.focused())
        return str(self._shown) if here and self._shown else ""

    def add(self, side: Side = Side.EXTERNAL) -> None:
        """A new issue on the side of the row at hand, whose words wait to be typed."""
        context, made = self._case.services.context, list[IssueId]()
        here = self._model.at(self.table.currentIndex())
        on = here.side if here else side
        if self._case.attempt(lambda: made.append(context.add_issue(self._case.client, _("New issue"), on))):
            self.refresh()
            self.table.go_to(made[0])
            self.form.focus("text")
            self._text.selectAll()

    def add_usual(self) -> None:
        """Usual issues to be ticked; what is taken comes in one step."""
        offered = proposing.issues(self._case)
        if not offered:
            self._case.messages.toast(_("Every usual issue is there already."))
            return
        dialog = proposing.issues_dialog(offered, self.window())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = [offered[int(str(key))] for key in dialog.chosen()]
        dialog.deleteLater()
        context, client = self._case.services.context, self._case.client
        if accepted and chosen and self._case.attempt(lambda: context.propose_issues(client, chosen)):
            self._toast(_("The issues were added; put them into your own words."))
            self.table.setFocus()

    def remove(self) -> None:
        """Removes the issue at hand; the toast brings it back."""
        issue = self._model.at(self.table.currentIndex())
        services = self._case.services
        if issue is None or self._read_only:
            return
        if self._case.attempt(lambda: services.context.archive_issue(self._case.client, issue.id)):
            self._toast(_("The issue was removed."))

    def _move(self, places: int) -> None:
        issue, context = self._shown, self._case.services.context
        if issue is not None and not self._read_only:
            self._case.attempt(lambda: context.move_issue(self._case.client, issue, places))

    def _toast(self, words: str) -> None:
        history = self._case.services.history
        self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(history.undo))

    def _command(self, key: str) -> None:
        if key == "Del":
            self.remove()
        elif key == "Enter":
            self.form.focus("text")

    def _save(self, name: str, value: object) -> None:
        issue, context = self._shown, self._case.services.context
        if issue is not None:
            self._case.attempt(
                lambda: self.form.trying(name, lambda: context.change_issue(self._case.client, issue, **{name: value}))
            )

    def retranslate(self) -> None:
        """Heading, labels and the empty state."""
        self._head.set_words(_("Issues"), _("What inside and outside the firm helps or hinders its management system."))
        self.add_button.setText(_("Add an issue"))
        self.usual_button.setText(_("Take usual ones…"))
        self.usual_button.setAccessibleName(_("Take usual issues"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the issue"))
        self.table.setAccessibleName(_("Issues"))
        self._side.set_choices([(side, _(wording.SIDE[side])) for side in Side])
        self._favourable.set_choices([(value, _(words)) for value, words in wording.FAVOURABLE.items()])
        self.form.set_words("text", _("&Issue"))
        self.form.set_words("side", _("Si&de"))
        self.form.set_words("category", _("&Category"))
        self.form.set_words("favourable", _("&Helps or hinders"))
        self.form.set_words("effect", _("&What it means for the management system"))
        self._empty.set_words(
            _("What surrounds the firm?"),
            _("Begin with what nearly every small firm has, then put it into your own words."),
            _("Take usual issues"),
        )
