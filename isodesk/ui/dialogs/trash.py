"""What was removed in the last thirty days, and the way back (ux.md U21)."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.keys import ClientId
from isodesk.errors import UserError
from isodesk.services.trash import DAYS, Binned
from isodesk.services.workspace import Services
from isodesk.ui.messages import Messages
from isodesk.ui.models.trash import SHARES, TrashModel
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.labels import label


class TrashDialog(QDialog):
    """Of the open client, and the removed clients themselves; without one, the clients alone."""

    def __init__(
        self, services: Services, client: ClientId | None, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._client = client
        self._messages = messages
        self.setWindowTitle(_("Trash"))
        self.resize(820, 560)
        self._build()
        self._purge()
        self.read()
        self.table.setFocus()

    def _build(self) -> None:
        lead = label(
            plural(
                "What was removed stays here for {count} day and can be brought back.",
                "What was removed stays here for {count} days and can be brought back.",
                DAYS,
            ),
            "muted",
            wrap=True,
        )
        self.banner = Banner(self)
        self._build_table()
        self.empty = Empty("trash", self)
        self.empty.set_words(_("The trash is empty"), _("Whatever is removed can be brought back from here."))
        self.restore = button(_("&Bring back"), "primary", "restore")
        close = button(_("Close"))
        box = QHBoxLayout()
        box.addStretch(1)
        box.addWidget(close)
        box.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(box)
        close.clicked.connect(self.reject)
        self.restore.clicked.connect(lambda _checked=False: self.bring_back())
        self.restore.setDefault(True)
        self.table.command_key.connect(lambda key: self.bring_back() if key == "Enter" else None)
        self.table.doubleClicked.connect(self._double_clicked)
        self.table.selectionModel().selectionChanged.connect(lambda *_selected: self._enable())

    def _build_table(self) -> None:
        self.model = TrashModel(self)
        self.table = DataTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(0, StatusDelegate(self.table))
        self.table.setAccessibleName(_("What was removed"))
        self.table.allow_sorting()
        for section, width in enumerate(SHARES[:-1]):
            self.table.horizontalHeader().resizeSection(section, width)

    def _purge(self) -> None:
        try:
            self._services.trash.purge()
        except UserError as error:
            self.banner.say("error", error.text(speech()))

    def read(self) -> None:
        """Shows what lies in the trash now."""
        found = self._services.trash.listed(self._client, speech().language)
        self.model.set_rows(found)
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.restore.setVisible(bool(found))
        if found and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        writable = self._services.read_only is None
        self.restore.setEnabled(writable and bool(self.chosen()))
        self.restore.setToolTip("" if writable else _("This workspace is open for reading only."))

    def chosen(self) -> list[Binned]:
        """What is selected."""
        keys = set(self.table.selected_keys())
        return [binned for binned in self.model.rows() if binned.id in keys]

    def _double_clicked(self, _index: QModelIndex) -> None:
        self.bring_back()

    def bring_back(self) -> None:
        """Restores what is selected and says so."""
        chosen = self.chosen() if self.restore.isEnabled() else []
        done = 0
        try:
            for binned in chosen:
                self._services.trash.restore(self._client, binned)
                done += 1
        except UserError as error:
            self.banner.say("error", error.text(speech()))
        else:
            if chosen:
                self._say(chosen)
        if done:
            self.read()

    def _say(self, back: list[Binned]) -> None:
        if len(back) == 1:
            title = " ".join(back[0].title.split())
            shown = title if len(title) <= 80 else f"{title[:79]}…"
            self.banner.say("good", _("“{name}” is back in its place.").format(name=shown))
        else:
            words = plural(
                "{count} record is back in its place.", "{count} records are back in their places.", len(back)
            )
            self.banner.say("good", words)
