"""What a policy has to hold, with a sign for each: found in the text or not, and why it is asked for."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from isodesk.domain.policy import Commitment
from isodesk.i18n import N_
from isodesk.services.objectives import PolicyView
from isodesk.ui import icons
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_WORDS: Final = {
    Commitment.PURPOSE: N_("It fits what the firm does"),
    Commitment.FRAME: N_("It is a frame for objectives"),
    Commitment.REQUIREMENTS: N_("Requirements and obligations are met"),
    Commitment.IMPROVEMENT: N_("Continual improvement"),
    Commitment.ENVIRONMENT: N_("The environment is protected, pollution prevented"),
    Commitment.HAZARDS: N_("Hazards are eliminated, risks reduced"),
    Commitment.CONDITIONS: N_("Working conditions are safe and healthy"),
    Commitment.CONSULTATION: N_("Workers are consulted and take part"),
}
"""What a policy has to hold."""
_WHY: Final = {
    Commitment.PURPOSE: N_(
        "Clause 5.2 asks for a policy that fits this firm. Name your products and customers: words that would suit any "
        "firm are the first thing an auditor asks about."
    ),
    Commitment.FRAME: N_(
        "Clauses 5.2 and 6.2: objectives follow from the policy. Say that objectives are set, measured and looked at."
    ),
    Commitment.REQUIREMENTS: N_(
        "Clause 5.2 asks for the commitment to meet what applies: requirements of customers, of the law and of others."
    ),
    Commitment.IMPROVEMENT: N_("Clause 5.2 asks for the commitment to keep on improving the management system."),
    Commitment.ENVIRONMENT: N_(
        "Clause 5.2 of ISO 14001 asks for the commitment to protect the environment and to prevent pollution."
    ),
    Commitment.HAZARDS: N_(
        "Clause 5.2 of ISO 45001 asks for the commitment to eliminate hazards and to reduce the risks that remain."
    ),
    Commitment.CONDITIONS: N_(
        "Clause 5.2 of ISO 45001 asks for the commitment to provide safe and healthy working conditions."
    ),
    Commitment.CONSULTATION: N_(
        "Clause 5.2 of ISO 45001 asks for the commitment to consult workers and their representatives and to let them "
        "participate."
    ),
}
"""Why it is asked for, and what to write."""
_FOUND, _DOUBTFUL, _OPEN = STATES["done"], Sign("warning", "partly"), STATES["todo"]


class CommitmentList(Spoken):
    """A warning at most: only words are looked at, and a person knows better."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PolicyView | None = None
        self._heading = label(role="eyebrow")
        self._sentence = label(role="muted", wrap=True)
        self.lines: dict[Commitment, _Line] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        for commitment in Commitment:
            self.lines[commitment] = line = _Line(commitment, self)
            column.addWidget(line)
        column.addWidget(self._sentence)
        column.addStretch(1)
        self.retranslate()

    def show_view(self, view: PolicyView) -> None:
        """The signs for this text."""
        self._view = view
        for commitment, line in self.lines.items():
            line.setVisible(commitment in view.asked)
            line.show_found(commitment in view.found, written=bool(view.text.strip()))
        self.retranslate()

    def retranslate(self) -> None:
        """Heading and what the signs are worth."""
        self._heading.setText(_("What your standards ask for"))
        self._sentence.setText(_("The signs come from words in the text. Read it yourself: you know better."))
        self._sentence.setVisible(self._view is not None and bool(self._view.text.strip()))


class _Line(Spoken):
    """One commitment; the reason unfolds below it."""

    def __init__(self, commitment: Commitment, parent: QWidget) -> None:
        super().__init__(parent)
        self._commitment = commitment
        self._state = ""
        self.found: bool | None = None
        self._sign: QLabel = label()
        self.words: QLabel = label(wrap=True)
        self.why: QPushButton = button("", "link")
        self.reason: QLabel = label(role="muted", wrap=True)
        self.reason.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.reason)
        self.why.clicked.connect(partial(self._unfold))
        self.show_found(False, written=False)

    def show_found(self, found: bool, *, written: bool) -> None:
        """A tick, a warning, or nothing yet where nothing is written."""
        self.found = found if written else None
        sign = _OPEN if not written else _FOUND if found else _DOUBTFUL
        icons.put(self._sign, sign.icon, sign.token, 16)
        self.retranslate()

    def _unfold(self, _checked: bool = False) -> None:
        self.reason.setVisible(self.reason.isHidden())

    def retranslate(self) -> None:
        """The commitment, its state for those who do not see the sign, and its reason."""
        text = _(_WORDS[self._commitment])
        state = {None: "", True: _("found in the text"), False: _("not found in the text")}[self.found]
        self.words.setText(text)
        self.words.setAccessibleName(f"{text}: {state}" if state else text)
        self.words.setToolTip(state)
        self.why.setText(_("Why?"))
        self.why.setAccessibleName(_("Why? {what}").format(what=text))
        self.reason.setText(_(_WHY[self._commitment]))
