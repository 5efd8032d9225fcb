"""Page 2.2: the policy above, the objectives below it."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import Qt

from isodesk.domain.events import ClientChanged, ObjectivesChanged, PlanChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.domain.objectives import Lack
from isodesk.i18n import N_
from isodesk.ui.page import PageView
from isodesk.ui.pages.objectives.form import FIELD_OF
from isodesk.ui.pages.objectives.panel import ObjectivesPanel
from isodesk.ui.pages.objectives.policy_panel import PolicyPanel
from isodesk.ui.speech import _
from isodesk.ui.widgets.scroll_column import ScrollColumn

POLICY: Final = "policy"
OBJECTIVES: Final = "objectives"
_LACK: Final = {
    Lack.MEASURE: N_("the measure"),
    Lack.TARGET: N_("the target"),
    Lack.OWNER: N_("the owner"),
    Lack.DUE: N_("the date"),
    Lack.EVALUATION: N_("how it is evaluated"),
}
"""What is missing of an objective."""
_MOST_LINKS: Final = 6


class ObjectivesPage(PageView):
    """Rows are “policy:text”, “objectives”, and objectives by id with a field behind a colon."""

    key = Page.OBJECTIVES
    hears = (ObjectivesChanged, TeamChanged, PlanChanged, ClientChanged)
    documents = (POLICY, OBJECTIVES)

    def _build(self) -> None:
        self._area = ScrollColumn(self, 24)
        self.policy = PolicyPanel(self.case, self)
        self.objectives = ObjectivesPanel(self.case, self)
        for part in (self.policy, self.objectives):
            self._area.add(part)
        self.body.addWidget(self._area)
        read_only = self.case.services.read_only is not None
        self.policy.set_read_only(read_only)
        self.objectives.set_read_only(read_only)

    def _connect(self) -> None:
        self.policy.print_requested.connect(lambda: self._print(POLICY))
        self.objectives.print_requested.connect(lambda: self._print(OBJECTIVES))
        self.objectives.place_requested.connect(self.place_requested)

    def refresh(self) -> None:
        """Reads policy and objectives again."""
        self.policy.refresh()
        self.objectives.refresh()
        self.head.set_missing(self._missing())

    def _missing(self) -> list[tuple[Hashable, str]]:
        found: list[tuple[Hashable, str]] = []
        if not self.case.services.objectives.policy(self.case.client).text:
            found.append((f"{POLICY}:text", _("Policy")))
        views = sorted(self.objectives.model.rows(), key=lambda view: view.number)
        if not views:
            found.append((OBJECTIVES, _("Objectives")))
        found += [
            (
                f"{view.id}:{FIELD_OF[lack]}",
                _("No. {number}: {what}").format(number=view.number, what=_(_LACK[lack])),
            )
            for view in views
            for lack in view.lacks
        ]
        return found[:_MOST_LINKS]

    def show_row(self, row: str) -> None:
        """The policy or a field of it, the objectives, an objective or a field of it."""
        place, _colon, field = row.partition(":")
        if place == POLICY:
            self.policy.focus(field or "text")
            self._area.reveal(self.policy)
        elif place == OBJECTIVES:
            self.objectives.add_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.reveal(self.objectives.add_button)
        elif self.objectives.show_objective(place, field):
            shown = self.objectives.card.form.fields.get(field)
            self._area.reveal(shown or self.objectives.table)

    def current_row(self) -> str:
        """The objective at hand, or the field of the policy that has the keyboard."""
        field = self.policy.form.focused()
        return f"{POLICY}:{field}" if field else self.objectives.focused()

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.policy.form.commit()
        self.objectives.card.form.commit()
        super().leave()

    def _print(self, key: str) -> None:
        self.leave()
        self.print_requested.emit(key, "")

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the table."""
        return (
            ("Ins", _("Add an objective")),
            ("Enter", _("To the first field in which something is missing")),
            ("Alt+↑ ↓", _("Move the objective up or down")),
            ("Del", _("Remove the objective")),
        )
