"""Files attached to one record of a page: listed, opened, dropped in, taken off again (ux.md U43)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.errors import UserError
from isodesk.services.evidence import EvidenceView, Subject
from isodesk.ui import icons
from isodesk.ui.case import Case
from isodesk.ui.jobs import Job, Report
from isodesk.ui.speech import _, speech
from isodesk.ui.tip import tip
from isodesk.ui.widgets.buttons import button, icon_button, name_button
from isodesk.ui.widgets.drop_zone import DropZone
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_MIB = 1024 * 1024


class EvidenceBox(Spoken):
    """Shows the files of `key`; attaching runs beside the window."""

    def __init__(self, case: Case, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._subject = subject
        self._key = ""
        self._writable = True
        self._shown: tuple[EvidenceView, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.drop = DropZone(self)
        column.addWidget(self.drop)
        column.addLayout(self._list)
        self.drop.files_dropped.connect(self.attach)
        self.drop.image_pasted.connect(self._paste)

    def show_for(self, key: str, *, writable: bool, count: int | None = None) -> None:
        """The files of one record; read again each time (unless their known `count` is 0), rebuilt where they differ."""
        other = key != self._key or writable != self._writable
        self._key, self._writable = key, writable
        read = bool(key) and count != 0
        files = self._case.services.evidence.listed(self._case.client, self._subject, key) if read else ()
        self.drop.setVisible(writable and bool(key))
        if other or files != self._shown:
            self._shown = files
            self._fill()

    def choose(self) -> None:
        """Asks for files."""
        if self._writable and self._key:
            self.drop.choose()

    def attach(self, paths: list[Path]) -> None:
        """Copies each file in, one job each; what fails is said, the others come in."""
        for path in paths:
            self._attach(path)

    def _attach(self, path: Path) -> None:
        evidence, client, subject, key = self._case.services.evidence, self._case.client, self._subject, self._key

        def work(report: Report) -> str:
            evidence.attach(client, subject, key, path, report)
            return path.name

        self._start(Job(_("Attaching “{name}”").format(name=path.name), work))

    def _paste(self, content: bytes) -> None:
        evidence, client, subject, key = self._case.services.evidence, self._case.client, self._subject, self._key
        name = _("Screenshot {number}").format(number=len(self._shown) + 1) + ".png"

        def work(_report: Report) -> str:
            evidence.paste(client, subject, key, content, name)
            return name

        self._start(Job(_("Attaching “{name}”").format(name=name), work))

    def _start(self, job: Job) -> None:
        job.succeeded.connect(self._attached)
        job.failed.connect(self._case.messages.failure)
        self._case.jobs.start(job, writes=True)

    def _attached(self, name: str) -> None:
        text = _("“{name}” is attached. A copy is kept with the client.").format(name=name)
        self._case.messages.toast(text, _("Undo"), self._case.services.history.undo)

    def _fill(self) -> None:
        while (taken := self._list.takeAt(0)) is not None:
            line = taken.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        before: QWidget = self.drop.chooser
        for file in self._shown:
            before = self._add_line(file, before)

    def _add_line(self, file: EvidenceView, before: QWidget) -> QWidget:
        """A line below the others; by Tab it comes after `before`. Its last stop."""
        line = QWidget(self)
        self._list.addWidget(line)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = label()
        icons.put(sign, "image" if file.is_picture else "file", "muted", 16)
        name = button(_short(file.name), "link")
        name.setAccessibleName(_("Open {name}").format(name=file.name))
        name.setToolTip(tip(file.name))
        name.clicked.connect(partial(self._open, file))
        remove = icon_button("close", size=16, parent=line)
        name_button(remove, _("Take off the file"))
        remove.setAccessibleName(_("Take off {name}").format(name=file.name))
        remove.setVisible(self._writable)
        remove.clicked.connect(partial(self._remove, file))
        row.addWidget(sign)
        row.addWidget(name)
        row.addWidget(label(_size(file.size), "muted"))
        row.addStretch(1)
        row.addWidget(remove)
        self.setTabOrder(before, name)
        self.setTabOrder(name, remove)
        return remove

    def _open(self, file: EvidenceView, _checked: bool = False) -> None:
        try:
            copy = self._case.services.evidence.copy_for_viewing(file)
        except UserError as error:
            self._case.messages.failure(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _remove(self, file: EvidenceView, _checked: bool = False) -> None:
        services = self._case.services
        if self._case.attempt(lambda: services.evidence.remove(self._case.client, file.id)):
            text = _("“{name}” was taken off.").format(name=file.name)
            self._case.messages.toast(text, _("Undo"), services.history.undo)

    def retranslate(self) -> None:
        """The lines hold words of their own."""
        self._fill()


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:16]}…{name[-10:]}"


def _size(size: int) -> str:
    words = speech()
    if size >= _MIB:
        return _("{size} MB").format(size=words.number(round(size / _MIB, 1)))
    return _("{size} kB").format(size=words.number(max(1, round(size / 1024))))
