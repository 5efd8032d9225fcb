"""Printing from any page (ux.md 2 G): Ctrl+P brings the document of the page, one way out, everything from the preview."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog
from shown import Shown, settled

from isodesk.domain.journey import Page
from isodesk.reports import registry
from isodesk.reports.press import Press
from isodesk.ui import errands
from isodesk.ui.dialogs.preview import PreviewDialog


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[PreviewDialog]]:
    """Dialogs are shown without waiting for a person."""
    opened: list[PreviewDialog] = []

    def show(dialog: QDialog) -> int:
        assert isinstance(dialog, PreviewDialog)
        dialog.show()
        opened.append(dialog)
        return 0

    monkeypatch.setattr(errands, "_show", show)
    yield opened
    for dialog in opened:
        dialog.close()
        dialog.deleteLater()
    QTest.qWait(1)


@pytest.mark.parametrize("page", tuple(Page))
def test_ctrl_p_brings_the_document_of_the_page(
    sample_window: Shown, previews: list[PreviewDialog], page: Page
) -> None:
    """U51: from each page; where the page has a document of its own that one is chosen, and all others can be picked."""
    view = settled(sample_window, page)
    sample_window.window.activateWindow()
    assert QTest.qWaitForWindowActive(sample_window.window)
    QTest.keyClick(sample_window.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = previews
    own = [kind.key for kind in registry.KINDS if kind.page is page]
    assert dialog.options.choice().key == (view.documents[0] if view.documents else "gap-report").partition(":")[0]
    assert set(own) <= {document.partition(":")[0] for document in view.documents}
    offered = {kind.key for kind in Press(sample_window.services).offered(sample_window.client)}
    assert dialog.options.documents.count() == len(offered | {dialog.options.choice().key})


def test_one_obvious_close_and_everything_from_the_preview(sample_window: Shown, previews: list[PreviewDialog]) -> None:
    """U51, U53: one Close; pages to and fro, search, save and print are buttons of the preview."""
    settled(sample_window, Page.PLAN)
    sample_window.desk.run("print")
    (dialog,) = previews
    QTest.qWait(50)
    words = [button.text().replace("&", "") for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    assert [text for text in words if "Close" in text] == ["Close preview"]
    assert {"Print…", "Save as PDF…"} <= set(words)
    names = {button.accessibleName() for button in dialog.paper.bar.findChildren(QAbstractButton)}
    assert {"Next page", "Previous page"} <= names, names
    while dialog.paper.pages is None:
        QTest.qWait(10)
    view = dialog.paper.view
    last = view.pages() - 1
    for key, page in ((Qt.Key.Key_End, last), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, min(1, last))):
        QTest.keyClick(view, key)
        assert view.page() == page
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
