"""Asks which usual risks and opportunities shall come into the register; the one under the cursor is told in full."""

from collections.abc import Hashable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.risks import RiskKind
from isodesk.services.risks import Proposal
from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.labels import label
from isodesk.wording import risks as risk_words


class UsualRisksDialog(QDialog):
    """`checked()` are the keys of the proposals."""

    def __init__(self, proposals: tuple[Proposal, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._proposals = proposals
        self.setWindowTitle(_("Usual risks and opportunities"))
        lead = label(_("Tick what fits the firm. Words, owner and measures can be changed afterwards."), wrap=True)
        self.list = CheckList(self)
        self.list.set_entries((proposal.key, _line(proposal)) for proposal in proposals)
        self.more = label(role="muted", wrap=True)
        self.more.setMinimumHeight(5 * self.more.fontMetrics().lineSpacing())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        accept_button(box, _("Take into the register"))
        self._accept = box.button(QDialogButtonBox.StandardButton.Ok)
        self._accept.setProperty("look", "primary")
        self._accept.setDefault(True)
        theme.restyle(self._accept)
        box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addWidget(self.list, 1)
        column.addWidget(self.more)
        column.addWidget(box)
        self.resize(640, 560)
        self.list.changed.connect(lambda _keys: self._count())
        self.list.list.currentRowChanged.connect(self._tell)
        self._tell(0)
        self._count()
        self.list.search.setFocus()

    def checked(self) -> frozenset[Hashable]:
        """What is ticked."""
        return self.list.checked()

    def _count(self) -> None:
        self._accept.setEnabled(bool(self.checked()))

    def _tell(self, row: int) -> None:
        if not 0 <= row < len(self._proposals):
            return
        proposal = self._proposals[row]
        self.more.setText(
            "\n".join(
                (
                    _("Cause: {text}").format(text=proposal.cause),
                    _("Consequence: {text}").format(text=proposal.consequence),
                    _("Measures: {text}").format(text="; ".join(proposal.measures.splitlines())),
                    _("Usually answered for by: {role}").format(role=_(wording.ROLE[proposal.role])),
                )
            )
        )


def _line(proposal: Proposal) -> str:
    if proposal.kind is RiskKind.RISK:
        return proposal.title
    return f"{_(risk_words.KIND[proposal.kind])}: {proposal.title}"
