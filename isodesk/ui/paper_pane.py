"""A finished PDF on the screen: its sheets, the line that steers them, and the jobs that draw and search."""

from functools import partial

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.errors import UserError
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.pdf_pages import Hit, PdfPages
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.paper_bar import PaperBar
from isodesk.ui.widgets.paper_view import PaperView


class PaperPane(QWidget):
    """Shows one document after another; `banner` says what happened to it."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: PdfPages | None = None
        self._drawing = JobGroup(jobs, self.say_trouble)
        self._searching = JobGroup(jobs, self.say_trouble)
        self._busy = False
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self.view = PaperView(self)
        self.view.setAccessibleName(_("Pages of the document"))
        self.bar = PaperBar(self.view, self)
        self.banner = Banner(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        self.view.wanted.connect(self._draw)
        self.bar.searched.connect(self._search)
        self.bar.hit_asked.connect(self._go_to_hit)

    def show_pages(self, pages: PdfPages) -> None:
        """Another document; the number of the page and what is looked for are kept."""
        self.forget()
        self.pages = pages
        self.view.set_sizes(pages.sizes)
        self._search(self.bar.search.text())

    def show_nothing(self) -> None:
        """There is no document."""
        self.forget()
        self.view.set_sizes(())

    def forget(self) -> None:
        """Stops drawing and searching; what was drawn stays in sight until something else comes."""
        self._drawing.forget()
        self._searching.forget()
        self._busy = False
        self.pages = None
        self._show_hits((), -1)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def say_trouble(self, error: UserError) -> None:
        """What went wrong and what to do."""
        self.banner.say("error", error.text(speech()), closable=self.pages is not None)

    def _draw(self) -> None:
        """One picture after another, the one in sight first."""
        need = self.view.missing()
        if self.pages is None or self._busy or need is None:
            return
        pages, (page, scale) = self.pages, need
        self._busy = True
        self._drawing.start(Job("", lambda _report: pages.picture(page, scale)), partial(self._drawn, page, scale))

    def _drawn(self, page: int, scale: float, picture: QImage) -> None:
        self._busy = False
        self.view.put(page, scale, picture)
        self._draw()

    def _search(self, text: str) -> None:
        self._searching.forget()
        self._show_hits((), -1)
        if self.pages is not None and text.strip():
            pages = self.pages
            self._searching.start(Job("", lambda report: pages.find(text, report)), self._found)

    def _found(self, hits: tuple[Hit, ...]) -> None:
        first = next((number for number, hit in enumerate(hits) if hit.page >= self.view.page()), 0)
        self._show_hits(hits, first)

    def _go_to_hit(self, step: int) -> None:
        if self._hits:
            self._show_hits(self._hits, (self._hit + step) % len(self._hits))

    def _show_hits(self, hits: tuple[Hit, ...], current: int) -> None:
        self._hits, self._hit = hits, current
        self.view.set_hits(hits, current)
        self.bar.show_found(current, len(hits))
