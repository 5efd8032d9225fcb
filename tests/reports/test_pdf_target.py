import errno
import os
from pathlib import Path

import pytest

from isodesk.errors import PrintFailed
from isodesk.i18n import speech
from isodesk.reports import pdf
from isodesk.reports.blocks import Paragraph
from isodesk.reports.document import Document, Section

DOCUMENT = Document("key", "Title", "en", (Section((Paragraph("text"),)), Section((Paragraph("more"),))))


def test_the_file_holds_what_the_preview_shows(tmp_path: Path) -> None:
    path = tmp_path / "отчет 1.pdf"
    assert pdf.render(DOCUMENT, path) == 2
    assert path.read_bytes() == pdf.render_bytes(DOCUMENT)
    assert list(tmp_path.iterdir()) == [path]


def test_progress_counts_pages(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    pdf.render(DOCUMENT, tmp_path / "a.pdf", lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


def test_a_cancelled_print_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("old")

    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pdf.render(DOCUMENT, path, cancel)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_explained(tmp_path: Path) -> None:
    with pytest.raises(PrintFailed, match=r"gone.*does not exist.*Choose another folder"):
        pdf.render(DOCUMENT, tmp_path / "gone" / "a.pdf")


def test_a_folder_in_the_way_is_explained(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(PrintFailed, match="is a folder"):
        pdf.render(DOCUMENT, tmp_path / "a.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, "no room"),
        (errno.EACCES, "open in another program"),
        (errno.EROFS, "read-only disk"),
        (errno.EIO, "could not be written"),
    ],
)
def test_a_failing_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, problem: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("old")

    def fail(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PrintFailed, match=problem) as caught:
        pdf.render(DOCUMENT, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    assert str(path) in caught.value.text(speech("ru"))
