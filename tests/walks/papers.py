"""All documents of a client, saved as PDF through the real preview, and what must stand on each of them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from walks.hands import CONTROL, Hands, wait_until

from isodesk.i18n import LANGUAGE_NAMES
from isodesk.ui.dialogs.preview import PreviewDialog

_MARK = {"ru": re.compile(r"Стр\.\s+(\d+)\s+из\s+(\d+)"), "en": re.compile(r"Page\s+(\d+)\s+of\s+(\d+)")}


class Papers:
    """Stands in for the system's file dialog, which alone cannot be driven here."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.proposed: list[str] = []
        self.target = folder / "unnamed.pdf"
        folder.mkdir()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._answer)

    def _answer(self, _parent: object, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        self.proposed.append(Path(proposal).name)
        return str(self.target), ""

    def print_all(self, hands: Hands, key: str, names: Callable[[str], dict[str, Path]]) -> dict[str, Path]:
        """Ctrl+P where the user is; `names` gives the files of one variant by language."""
        saved: dict[str, Path] = {}

        def work(preview: PreviewDialog) -> None:
            self._laid_out(preview)
            assert preview.options.choice().key == key, "the document of this page is proposed"
            variants = ["", "Blank"] if preview.options.kind().key == "audit-checklist" else [""]
            for variant in variants:
                if variant:
                    hands.choose(preview.options.blank, variant)
                for language, path in names(f"{key}{variant}").items():
                    self._save(hands, preview, language, path)
                    saved[path.name] = path
            hands.click(preview.close_button)

        hands.in_dialog(PreviewDialog, lambda: hands.press(Qt.Key.Key_P, CONTROL), work)
        return saved

    def print_page(self, hands: Hands, documents: tuple[str, ...], language: str) -> dict[str, str]:
        """Ctrl+P where the user is, and there each of these in turn ("key" or "key:blank"); the words of each."""
        texts: dict[str, str] = {}

        def work(preview: PreviewDialog) -> None:
            self._laid_out(preview)
            assert preview.options.kind().key == documents[0], "the document of this page is proposed"
            for document in documents:
                key, _colon, variant = document.partition(":")
                self._turn_to(hands, preview, key, blank=variant == "blank")
                path = self.folder / f"{document.replace(':', '-')}.{language}.pdf"
                self._save(hands, preview, language, path)
                check(path, language)
                texts[document] = words_of(path)
            hands.click(preview.close_button)

        hands.in_dialog(PreviewDialog, lambda: hands.press(Qt.Key.Key_P, CONTROL), work)
        return texts

    def _turn_to(self, hands: Hands, preview: PreviewDialog, key: str, *, blank: bool) -> None:
        options = preview.options
        row = [kind.key for kind in options._kinds].index(key)
        if row != options.documents.currentRow():
            hands.click_cell(options.documents, options.documents.model().index(row, 0))
        if options.kind().can_be_blank and blank is not (options.blank.value() is True):
            hands.choose(options.blank, "Blank" if blank else "recorded")
        self._laid_out(preview)

    def _save(self, hands: Hands, preview: PreviewDialog, language: str, path: Path) -> None:
        hands.choose(preview.options.language, LANGUAGE_NAMES[language])
        self._laid_out(preview)
        self.target = path
        preview.paper.banner.hide()
        hands.click(preview.save_button)
        wait_until(preview.paper.banner.isVisible, "the word that it is saved")
        assert path.name in preview.paper.banner.text()

    @staticmethod
    def _laid_out(preview: PreviewDialog) -> None:
        wait_until(lambda: preview.paper.pages is not None or preview.paper.banner.isVisible(), "the pages")
        assert preview.paper.pages is not None, preview.paper.banner.text()


def words_of(path: Path) -> str:
    """All words of a document, in order, with single spaces."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def check(path: Path, language: str, *words: str) -> None:
    """On each page the words, and which page of how many it is."""
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]
    assert pages
    for number, text in enumerate(pages, start=1):
        found = _MARK[language].search(text)
        assert found is not None, f"{path.name}: no page mark on page {number}: {text[:200]}"
        assert (int(found[1]), int(found[2])) == (number, len(pages)), path.name
        for word in words:
            assert word in text, f"{path.name}: no “{word}” on page {number}: {text[:300]}"
