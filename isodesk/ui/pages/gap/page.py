"""Page 1.4: 120 questions answered with 120 keys, or one by one in plain words; saved at each of them."""

from typing import ClassVar

from PySide6.QtCore import Qt

from isodesk.domain.conformity import Conformity
from isodesk.domain.events import AnswersChanged, ClientChanged, Event, EvidenceChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.domain.keys import QuestionKey
from isodesk.services.assessment import QuestionView
from isodesk.ui.case import Place, RowHelp
from isodesk.ui.page import PageView
from isodesk.ui.pages.gap.answering import Answering
from isodesk.ui.pages.gap.bench import Bench
from isodesk.ui.pages.gap.filters import Show
from isodesk.ui.pages.gap.headline import Headline
from isodesk.ui.pages.gap.keys import key_help
from isodesk.ui.pages.gap.places import NO_REASON, Places
from isodesk.ui.pages.gap.surroundings import Surroundings
from isodesk.ui.pages.gap.tools import Tools
from isodesk.ui.speech import _, speech


class GapPage(PageView):
    """Rows are question keys; "key:field" leads to a field of its notes, "section:standard/8" to a section."""

    key = Page.GAP
    hears = (AnswersChanged, EvidenceChanged, TeamChanged, ClientChanged)
    documents: ClassVar[tuple[str, ...]] = ("gap-report",)

    def _build(self) -> None:
        self._views: tuple[QuestionView, ...] = ()
        self._kept: set[QuestionKey] = set()
        """Rows that stay although an answer took them out of the filter: nothing moves under one's hands."""
        self._at = ""
        self._answered = ""
        self.headline = Headline(self)
        self.head.extra.addWidget(self.headline)
        self.bench = Bench(self.case, self)
        self.body.addWidget(self.bench, 1)
        self.table = self.bench.table
        self.places = Places(self.bench)
        self.answering = Answering(self.case)
        self.tools = Tools(self.case, self.answering, self)
        self.head.extra.addWidget(self.tools.menu, 0, Qt.AlignmentFlag.AlignTop)
        self._surroundings = Surroundings(self.case, self.bench, self.headline, self.tools)
        self.bench.set_writable(self.answering.writable)

    def _connect(self) -> None:
        bench, details, reason = self.bench, self.bench.details, self.bench.line.reason
        self.headline.left.clicked.connect(self.go_to_open)
        self.headline.bare.clicked.connect(lambda: self.show_row(NO_REASON))
        bench.filters.changed.connect(self._filter)
        bench.card.signature_requested.connect(lambda: self.tools.change_signature(self._chosen()))
        bench.table.copy_requested.connect(lambda: self.tools.copy(self._copied()))
        bench.filters.list_requested.connect(bench.back_to_grid)
        bench.nothing.action_requested.connect(self._widen)
        bench.card.answer_picked.connect(self._clicked)
        bench.card.uses_requested.connect(self.show_uses)
        bench.table.key_digit.connect(self.answer)
        bench.table.command_key.connect(self._command)
        bench.table.row_changed.connect(self._moved)
        bench.several_selected.connect(self._show_current)
        answering, selected = self.answering, bench.selected
        for part in (details, reason):
            part.noted.connect(self._note)
            part.left.connect(bench.back_to_grid)
        details.importance_picked.connect(lambda value: answering.weigh(selected(), value))
        for picked in (details.maturity_picked, bench.table.level_key):
            picked.connect(lambda level: answering.rate(selected(), level))
        details.owner_picked.connect(lambda value: answering.own(selected(), value))
        reason.exclusion_requested.connect(lambda: self.place_requested.emit(Place(Page.SCOPE)))
        self.case.preferences.changed.connect(bench.take_preferences)
        bench.filters.add_keys(self)

    def refresh(self) -> None:
        """Reads all questions; a row that did not change is not painted again."""
        self._views = self.case.services.assessment.questions(self.case.client, speech().language)
        self._surroundings.read(self._views)
        self.bench.set_views(self._views)
        self.headline.show_counts(self._views)
        self._show_rows()
        self._show_current()

    def _show_rows(self) -> None:
        wanted = self.bench.filters.wanted()
        rows = tuple(view for view in self._views if view.key in self._kept or wanted.fits(view))
        self._kept |= {view.key for view in rows}
        self.bench.show_rows(rows, any_at_all=bool(self._views))
        self.bench.filters.further.set_counts(len(rows), len(self._views))
        self.tools.set_rows(rows)

    def _chosen(self) -> list[QuestionView]:
        return [view for view in map(self._view, self.bench.selected()) if view is not None]

    def _copied(self) -> tuple[QuestionView, ...]:
        """Several selected rows, else all that are shown."""
        return tuple(self._chosen()) if self.bench.count > 1 else self.bench.model.rows()

    def _heard(self, event: Event) -> None:
        self._surroundings.note(event)
        super()._heard(event)

    def _filter(self) -> None:
        self._surroundings.keep_filters()
        self._kept.clear()
        self._show_rows()
        self._show_current()

    def _widen(self) -> None:
        if self._views:
            self.bench.filters.set_wanted()
            self.bench.back_to_grid()
        else:
            self.place_requested.emit(Place(Page.SCOPE))

    def _show_current(self) -> None:
        view, line, asked = self.bench.current(), self.bench.line, self.bench.line.asks()
        self.bench.card.show_view(view, self.bench.count)
        self.bench.details.show_view(view)
        line.show_reason(self._without_reason(view), writable=self.answering.writable)
        if asked != line.asks():
            self.bench.fit()
        if self.isVisible():
            self.help_changed.emit(_help(view) if view else None)

    def _without_reason(self, view: QuestionView | None) -> QuestionView | None:
        """The question whose reason the foot line asks for: the one at hand, or the one answered just before."""
        if view is not None and view.conformity is Conformity.NOT_APPLICABLE:
            return view
        before = self._view(self._answered)
        return before if before is not None and before.needs_reason else None

    def _view(self, key: str) -> QuestionView | None:
        return next((view for view in self._views if view.key == key), None)

    def _moved(self, key: object) -> None:
        before, self._at = self._at, str(key or "")
        if before != self._at and self.answering.look(self._view(before)):
            self.refresh()
        else:
            self._show_current()

    def answer(self, digit: int) -> None:
        """Answers the row at hand and goes one down; several selected rows get the answer in one step."""
        keys = self.bench.selected()
        self._answered = keys[0] if len(keys) == 1 else ""
        if keys and self.answering.answer(keys, digit) and len(keys) == 1 and digit:
            self.table.go_down()

    def _clicked(self, digit: object) -> None:
        """A click on a big button is a key, and the keys work after it."""
        self.answer(int(str(digit)))
        if self.bench.card.was_clicked():
            self.bench.back_to_grid()

    def _command(self, command: str) -> None:
        view = self.bench.current()
        if command == "Del":
            self.answer(0)
        elif command == "Space":
            self.go_to_open()
        elif command == "S" and view is not None:
            self.show_uses()
        elif view is not None:
            self.places.obey(command, view, writable=self.answering.writable)

    def show_uses(self) -> None:
        """For which standards the question at hand counts, and where its answer differs."""
        if self.answering.differ(self.bench.current(), self.window()):
            self.bench.back_to_grid()

    def go_to_open(self) -> None:
        """The next question without an answer, in the rows shown first, then in all of them."""
        if not self.bench.go_to_open(after=self.table.currentIndex().row()):
            if any(view.conformity is None for view in self._views):
                self.bench.filters.set_wanted(Show.OPEN)
            else:
                self.case.messages.toast(_("Every question is answered"))
        self.bench.back_to_grid()

    def _note(self, key: str, field: str, text: str) -> None:
        self.bench.details.set_error(field, self.answering.note(key, field, text))

    def retranslate(self) -> None:
        """What is not read from the services; the parts speak for themselves."""
        super().retranslate()
        self._surroundings.forget()
        self.bench.retranslate()
        self.bench.take_preferences()

    def enter(self, row: str = "") -> None:
        """Answered rows leave the filter only now; the grid has the keyboard at once."""
        self._kept.clear()
        if not self._stale:
            self._show_rows()
        super().enter(row)
        if not row:
            self.bench.back_to_grid()
        self._show_current()

    def show_row(self, row: str) -> None:
        """A question, a field of it, a section, or the answers that want a reason."""
        self.places.show(row, known=self._view(row.partition(":")[0]) is not None)

    def current_row(self) -> str:
        """The question at hand, and the field of it that has the keyboard."""
        return self.places.current()

    def leave(self) -> None:
        """Commits what is being typed; the row at hand counts as looked at."""
        self.bench.details.commit()
        self.bench.line.reason.commit()
        super().leave()
        self._stale = self.answering.look(self._view(self._at)) or self._stale

    def find_requested(self) -> None:
        """Ctrl+F."""
        self.bench.filters.focus_search()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """For F1."""
        return key_help()


def _help(view: QuestionView) -> RowHelp:
    looked_for = "\n".join(f"– {line}" for line in view.look_for)
    uses = "\n\n".join(f"{designation}, {clause}\n{focus}".rstrip() for designation, clause, focus in view.focus)
    return RowHelp(view.question, looked_for, view.example, view.clause, uses)
