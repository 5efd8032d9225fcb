"""The list of findings with what is late, and the card of the one at hand; what is done with it is in `page`."""

from collections.abc import Hashable
from enum import StrEnum

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from isodesk.domain.events import AuditsChanged, EvidenceChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.services.findings import FindingView
from isodesk.ui.models import audits as audit_words
from isodesk.ui.models import findings as finding_words
from isodesk.ui.page import PageView
from isodesk.ui.pages.nonconformities.card import FindingCard
from isodesk.ui.pages.nonconformities.form import FIELD_OF
from isodesk.ui.pages.nonconformities.listing import FindingList
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.master_detail import MasterDetail, scrolling_card
from isodesk.ui.widgets.search_box import SearchBox

RECORD = "nonconformity"
_MOST_LINKS = 4


class Show(StrEnum):
    """Which findings are listed."""

    ALL = "all"
    OPEN = "open"
    OVERDUE = "overdue"


class FindingsFrame(PageView):
    """Widgets, words, and what is listed."""

    key = Page.NONCONFORMITIES
    hears = (AuditsChanged, EvidenceChanged, TeamChanged)
    documents = (RECORD, f"{RECORD}:blank")

    def _build(self) -> None:
        self._findings: tuple[FindingView, ...] = ()
        self._empty = Empty("nonconformity", self)
        self.show_ = ChoiceField(self)
        self.audit = ChoiceField(self)
        self.search = SearchBox(self)
        self.search.setMinimumWidth(260)
        self._list = FindingList(self.case, self)
        self.table = self._list.table
        self.card = FindingCard(self.case, self)
        self._card_holder = scrolling_card(self.card)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled())
        self.body.addWidget(self._stack, 1)

    def _filled(self) -> QWidget:
        filled = QWidget(self)
        tools = QWidget(filled)
        flow = Flow(tools, 8, 8)
        for part in (self.show_, self.audit, self.search):
            flow.addWidget(part)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(MasterDetail(self._list, self._card_holder, card=(400, 760)), 1)
        return filled

    def refresh(self) -> None:
        """Reads findings, audits and people; what is being typed stays."""
        services, client = self.case.services, self.case.client
        self._findings = services.findings.listed(client, speech().language)
        audits = services.audits.listed(client)
        choices = [("", _("All audits")), *((audit.id, audit_words.label_of(audit)) for audit in audits)]
        self.audit.set_choices(choices)
        if self.audit.value() is None:
            self.audit.set_value("")
        self.card.form.set_people(services.team.people(client))
        self.table.single_keys = self.case.preferences.current.single_keys
        self._stack.setCurrentIndex(1 if self._findings else 0)
        self._sift()
        self.head.set_missing(self._missing())

    def _missing(self) -> list[tuple[Hashable, str]]:
        waiting = [f for f in self._findings if f.grade.is_nonconformity and finding_words.is_open(f)]
        return [
            (
                f"{f.id}:{FIELD_OF[f.stage]}",
                _("{number}: {step}").format(number=f.number, step=_(finding_words.WAITS_FOR[f.stage])),
            )
            for f in waiting[:_MOST_LINKS]
        ]

    def _sift(self) -> None:
        show, audit, words = self.show_.value(), self.audit.value(), self.search.text()
        today = self.case.services.plan.today()
        found = [
            finding
            for finding in self._findings
            if (not audit or finding.audit == audit)
            and (show != Show.OPEN or finding_words.is_open(finding))
            and (show != Show.OVERDUE or finding_words.is_overdue(finding, today))
            and finding_words.matches(finding, words)
        ]
        self._list.show_findings(found)
        self._show_current()

    def _show_current(self) -> None:
        finding = self._list.current()
        shown = self.card.finding()
        if shown is not None and (finding is None or finding.id != shown.id):
            self.card.form.commit()
        self._card_holder.setVisible(finding is not None)
        if finding is not None:
            self.card.show_finding(finding, writable=self.case.services.read_only is None)

    def _reset(self) -> None:
        self.show_.set_value(Show.ALL)
        self.audit.set_value("")
        self.search.setText("")
        self._sift()

    def retranslate(self) -> None:
        """Every word of the page; the parts hear the change themselves."""
        super().retranslate()
        self._empty.set_words(
            _("No findings yet"),
            _("Raise a finding from a row of the checklist with the key N; it gets a number and comes here."),
            _("Go to the checklist"),
        )
        self._list.nothing.set_words(
            _("Nothing found"), _("No finding fits the search and the filter."), _("Show all findings")
        )
        self.show_.set_choices(
            [
                (Show.ALL, _("Open and closed")),
                (Show.OPEN, _("Open only")),
                (Show.OVERDUE, _("Overdue only")),
            ]
        )
        if self.show_.value() is None:
            self.show_.set_value(Show.ALL)
        self.show_.setAccessibleName(_("Which findings are listed"))
        self.audit.setAccessibleName(_("Findings of which audit"))
        self.search.set_hint(_("Search the findings"))
        self.table.setAccessibleName(_("Findings"))

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the list."""
        return (
            ("Enter", _("Go to the step that comes next")),
            ("Del", _("Remove finding")),
        )
