"""Page 1.2: the standard, the words that will stand on the certificate, the date it is wanted by, the exclusions."""

from typing import ClassVar, Final

from PySide6.QtGui import QTextCursor

from isodesk.domain.events import ClientChanged
from isodesk.domain.journey import Page
from isodesk.domain.scope_check import ScopeFacts, ScopeFinding
from isodesk.i18n import N_
from isodesk.ui.page import PageView
from isodesk.ui.pages.scope.adopting import Adopting
from isodesk.ui.pages.scope.card import CardStack, NextCard
from isodesk.ui.pages.scope.exclusions import ExclusionsPanel
from isodesk.ui.pages.scope.findings import ScopeFindings
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.text_field import TextArea

EXAMPLE: Final = N_("Manufacture, delivery and assembly of steel furniture for schools and kindergartens.")


class ScopePage(PageView):
    """Cards of standards, the scope with a live counter, the date, the exclusions."""

    key = Page.SCOPE
    hears = (ClientChanged,)
    documents: ClassVar[tuple[str, ...]] = ("transition-report",)

    def _build(self) -> None:
        self._area = ScrollColumn(self)
        self._cards = CardStack(self)
        self._next = NextCard(self)
        self._scope = TextArea(least=3, most=10)
        self._target = DateField()
        self.form = Form(self)
        self.form.add_row(("scope", self._scope, 1))
        self._example = button("", "link")
        self.form.add_widget(self._example)
        self._facts = ScopeFacts()
        self.findings = ScopeFindings(self._check, self)
        self.form.add_widget(self.findings)
        self.form.add_row(("target_on", self._target, 1), rest=1)
        self.exclusions = ExclusionsPanel(self.case, self)
        self._area.add_narrow(self._cards)
        self._area.add_narrow(self._next)
        self._area.add_space(8)
        self._area.add_narrow(self.form)
        self._area.add_space(8)
        self._area.add(self.exclusions)
        self.body.addWidget(self._area)
        read_only = self.case.services.read_only is not None
        self.form.set_read_only(read_only)
        self.exclusions.set_read_only(read_only)
        self._next.add.setEnabled(not read_only)
        self._example.setEnabled(not read_only)

    def _connect(self) -> None:
        self.adopting = Adopting(self.case, self)
        self._cards.move_requested.connect(self.adopting.move)
        self._cards.update_requested.connect(self.adopting.update)
        self._cards.remove_requested.connect(self.adopting.remove)
        self._next.add_requested.connect(self.adopting.add)
        self._next.advice_requested.connect(self.adopting.advise)
        self._next.rounds_requested.connect(self.adopting.show_rounds)
        self.adopting.moved.connect(self._offer_report)
        self.adopting.read.connect(self._show_cards)
        self.form.edited.connect(self._save)
        self._scope.textChanged.connect(self._count)
        self._scope.textChanged.connect(self.findings.wait)
        self.findings.picked.connect(self._show_place)
        self._example.clicked.connect(self._use_example)

    def refresh(self) -> None:
        """The stored scope; what is being typed stays."""
        services = self.case.services
        view = services.clients.get(self.case.client)
        standards = services.standards.of(self.case.client)
        self.form.set_values({"scope": view.scope, "target_on": view.target_on})
        self.exclusions.refresh(standards)
        self._show_cards()
        self._next.rounds.setVisible(len(services.assessment.rounds(self.case.client)) > 1)
        missing = [] if view.scope.strip() else [("scope", _("Scope"))]
        for clause in self.exclusions.without_reason():
            missing.append((clause, _("Reason for excluding {clause}").format(clause=clause)))
        self.head.set_missing(missing)
        self._count()
        self._facts = services.scope_check.facts(self.case.client)
        self.findings.check()

    def retranslate(self) -> None:
        """Labels; the cards are made again by `refresh`."""
        super().retranslate()
        self._next.set_words(
            _("A question that two standards share is answered once."),
            _("Which standard do I need?"),
            _("Add a standard…"),
            _("Earlier assessments…"),
        )
        self.form.set_words("target_on", _("Certificate &wanted by"), _("The plan counts back from this date."))
        self._example.setText(_("Start from an example"))
        self._scope.setPlaceholderText(_("for example: {example}").format(example=_(EXAMPLE)))
        self._count()

    def show_row(self, row: str) -> None:
        """A field, or the exclusion of a clause."""
        if self.form.focus(row):
            self._area.reveal(self.form.fields[row])
        elif self.exclusions.show_clause(row):
            self._area.reveal(self.exclusions)

    def current_row(self) -> str:
        """The field or the clause at hand."""
        return self.form.focused() or self.exclusions.focused()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the table of exclusions."""
        return (("Enter", _("Change the reason")), ("Del", _("Apply the clause again")))

    def _show_cards(self) -> None:
        self._cards.set_standards(self.adopting.held())

    def _offer_report(self) -> None:
        """A move is worth a paper: the questions that are new, and what came along as a gap."""
        self._next.add.setFocus()  # the button that was pressed went with its card
        words = _("Moved. What is new waits for answers on page 1.4.")
        self.case.messages.toast(
            words, _("Print the transition gap report"), lambda: self.print_requested.emit("transition-report", "")
        )

    def _save(self, name: str, value: object) -> None:
        clients = self.case.services.clients
        self.case.attempt(lambda: self.form.trying(name, lambda: clients.change(self.case.client, **{name: value})))

    def _count(self) -> None:
        """The counter runs with the keys: a certificate has little room."""
        length = len(self._scope.toPlainText().strip())
        count = plural("{count} character", "{count} characters", length)
        hint = _("{count}. What you make or do, and for whom; it is printed on the certificate.").format(count=count)
        self.form.set_words("scope", _("&Scope of the management system"), hint)
        self._example.setVisible(not length)

    def _check(self) -> tuple[ScopeFinding, ...]:
        return self.case.services.scope_check.check(self._scope.toPlainText(), self._facts)

    def _show_place(self, finding: ScopeFinding) -> None:
        """The exclusion that a finding is about, or the words of the scope, marked where they are known."""
        if finding.clause:
            self.show_row(finding.clause)
            return
        self.show_row("scope")
        if finding.start >= 0:
            cursor = self._scope.textCursor()
            cursor.setPosition(finding.start)
            cursor.setPosition(finding.start + len(finding.subject), QTextCursor.MoveMode.KeepAnchor)
            self._scope.setTextCursor(cursor)

    def _use_example(self) -> None:
        self._save("scope", _(EXAMPLE))
        self.form.focus("scope")
