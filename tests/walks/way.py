"""The way from page to page with Next and Back, and what every page owes to whoever walks it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton
from walks.hands import wait_until
from walks.new_user import NewUser
from walks.program import View

from isodesk import i18n, wording
from isodesk.domain.journey import NUMBERS, Page
from isodesk.ui.page import PageView
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.toast import Toast

Places = tuple[QPoint, QPoint]


class Walker(NewUser):
    """Leaves each page by Next alone."""

    feet: Places | None = None
    """Where Back and Next stood on the first page: they may not move."""

    def onward(self, kind: type[View]) -> View:
        """Next, and from there Back and Next again: the same two pages, in the same places of the window."""
        left = self.program.page(PageView)
        self.close_notice()
        self._look(left)
        following = self._press_next(left)
        self.look_up()
        here = self.program.page(kind)
        assert here is following
        self.hands.click(here.foot.back)
        assert self.program.page(PageView) is left, f"Back from {here.key} does not lead to {left.key}"
        self._press_next(left)
        self.look_up()
        self._look(here)
        return self.program.page(kind)

    def close_notice(self) -> None:
        """A notice at the foot may lie over the buttons of a page; its cross takes it away."""
        for notice in self.program.window.findChildren(Toast):
            if notice.isVisible():
                self.hands.click(notice._close)

    def look_up(self) -> None:
        """Waits until the window rests: a page may be read beside it."""
        wait_until(lambda: not self.program.desk.jobs.running, "the jobs")

    def _press_next(self, page: PageView) -> PageView:
        promised = page.foot.next.toolTip()
        self.hands.click(page.foot.next)
        shown = self.program.page(PageView)
        assert promised == tip(_(wording.PAGE[shown.key])), (
            f"Next of {page.key} promised {promised}, led to {shown.key}"
        )
        return shown

    def _look(self, page: PageView) -> None:
        """One instruction, its own; Back and Next where they always are, and never greyed out."""
        said = [words.text() for words in page.findChildren(QLabel) if words.isVisible() and words.text() in _SENTENCES]
        assert said == [_(wording.INSTRUCTION[page.key])], f"{page.key} says {said}"
        title = [words.text() for words in page.head.findChildren(QLabel) if words.property("role") == "title"]
        assert title == [f"{NUMBERS[page.key]}  {_(wording.PAGE[page.key])}"]
        for made in (page.foot.back, page.foot.next):
            assert made.isVisible() and made.isEnabled(), f"{page.key}: {made.text()} cannot be used"
        feet = corner(page.foot.back), corner(page.foot.next, right=True)
        self.feet = self.feet or feet
        assert feet == self.feet, f"Back and Next of {page.key} are elsewhere"


def corner(made: QPushButton, *, right: bool = False) -> QPoint:
    """The lower corner of a button in its window: the left one, or the right one."""
    return made.mapTo(made.window(), made.rect().bottomRight() if right else made.rect().bottomLeft())


_SENTENCES = frozenset(
    i18n.speech(language)(text) for language in i18n.LANGUAGES for text in wording.INSTRUCTION.values()
)
ORDER = tuple(page for page in NUMBERS if page is not Page.APPLICABILITY)
"""The pages of a client without an annex of controls."""
