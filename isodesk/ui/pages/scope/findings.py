"""What a certification body will say of the scope: one line each, following the keys; a click leads to the place."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.scope_check import LONGEST, TOO_SHORT, ScopeFinding, ScopeRule
from isodesk.i18n import N_
from isodesk.ui import icons
from isodesk.ui.speech import _
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.wrap_button import WrapButton

STILL_MS: Final = 250
"""So long the keys must rest before the words are read again."""

_GOOD: Final = {
    ScopeRule.ACTIVITY: N_("Says what is done: {subject}."),
    ScopeRule.OBJECT: N_("Names products, services or objects of work."),
    ScopeRule.SAME_BUSINESS: N_("Speaks of the same business as page 1.1."),
    ScopeRule.SITES: N_("All sites can be recognized."),
}
_WARNING: Final = {
    ScopeRule.EMPTY: N_("Nothing is written yet: name what you do, with what products or services, and where."),
    ScopeRule.ACTIVITY: N_("What do you do? Name the work: manufacture, installation, repair, sale…"),
    ScopeRule.OBJECT: N_("With what? Name the products or services, as a customer would."),
    ScopeRule.SAME_BUSINESS: N_(
        "No word of it stands under “What the firm does” on page 1.1. Is it the same business?"
    ),
    ScopeRule.SITES: N_("Not named: {subject}. The certificate lists every site that it covers."),
    ScopeRule.VAGUE: N_("“{subject}” covers everything and so nothing: a body certifies only what is named."),
    ScopeRule.PRAISE: N_("“{subject}” praises; a body strikes it out. Say only what can be checked."),
    ScopeRule.STANDARD: N_("“{subject}” is not needed here: the standard stands on the certificate anyway."),
    ScopeRule.ABBREVIATION: N_("Will everyone know “{subject}”? Write it out once."),
    ScopeRule.DESIGN_EXCLUDED: N_(
        "“{subject}” stands in the scope, but design and development (8.3) is excluded below."
    ),
    ScopeRule.DESIGN_UNNAMED: N_(
        "Design and development (8.3) is not excluded: name it in the scope, or exclude it with a reason."
    ),
    ScopeRule.REASON_MISSING: N_("The exclusion of {subject} has no reason; an auditor asks for it."),
    ScopeRule.REASON_SHORT: N_(
        "The reason for excluding {subject} is very short: say why conformity of products and services does not suffer."
    ),
    ScopeRule.FORBIDDEN: N_("The standard does not allow {subject} to be excluded."),
}
_SHORT: Final = N_("Very short: a reader of the certificate learns little.")
_LONG: Final = N_("Longer than {limit} characters: few certificates have room for it.")


class ScopeFindings(Spoken):
    """`picked` carries the finding whose line was pressed."""

    picked = Signal(object)

    def __init__(self, read: Callable[[], tuple[ScopeFinding, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._read = read
        self._shown: tuple[ScopeFinding, ...] = ()
        self._lines: list[WrapButton] = []
        self._caption = label(role="muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._caption)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self.check)
        self.retranslate()

    def wait(self) -> None:
        """Somebody types; the words are read when the keys rest."""
        self._timer.start()

    def check(self) -> None:
        """Reads the words now."""
        self._timer.stop()
        found = self._read()
        if found != self._shown:
            self._shown = found
            self._fill()

    def shown(self) -> tuple[ScopeFinding, ...]:
        """What the lines say."""
        return self._shown

    def lines(self) -> tuple[WrapButton, ...]:
        """The lines that are to be seen, in order."""
        return tuple(self._lines[: len(self._shown)])

    def _fill(self) -> None:
        while len(self._lines) < len(self._shown):
            self._add_line(len(self._lines))
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._shown))
        for line, finding in zip(self._lines, self._shown, strict=False):
            icons.put(line.lead, *(("state-done", "good") if finding.good else ("warning", "partly")), 16)
            words = words_of(finding)
            line.set_words(words, words)
            line.setFocusPolicy(Qt.FocusPolicy.NoFocus if finding.good else Qt.FocusPolicy.StrongFocus)

    def _add_line(self, place: int) -> None:
        line = WrapButton("finding", self)
        line.clicked.connect(lambda _checked=False: self.picked.emit(self._shown[place]))
        self._column.addWidget(line)
        self._lines.append(line)

    def retranslate(self) -> None:
        """All lines."""
        self._caption.setText(_("What a certification body looks for:"))
        self._fill()


def words_of(finding: ScopeFinding) -> str:
    """The line of a finding, in the interface language."""
    if finding.rule is ScopeRule.LENGTH:
        short = finding.subject == TOO_SHORT
        return _(_SHORT) if short else _(_LONG).format(limit=LONGEST)
    return _((_GOOD if finding.good else _WARNING)[finding.rule]).format(subject=finding.subject)
