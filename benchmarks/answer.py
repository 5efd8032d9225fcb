"""One answer in the real window: from the key press to the commit with a real fsync and the repainted row.

answer.py COUNT
"""

import statistics
import sys
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from isodesk import paths
from isodesk.domain.journey import Page
from isodesk.services import sample
from isodesk.services.workspace import open_workspace
from isodesk.ui import speech, theme
from isodesk.ui.case import Place
from isodesk.ui.desk import Desk
from isodesk.ui.preferences import Preferences
from isodesk.ui.window import Window


def main(count: int) -> None:
    """Presses 1, 2, 3 in turn on the gap grid of the sample client and prints median and p99."""
    app = QApplication([])
    speech.set_language(app, "ru")
    theme.apply(app, "light")
    services = open_workspace(paths.default_workspace(), actor="benchmark")
    client = sample.create(services, "ru")
    window = Window(Preferences(paths.settings_file()), paths.default_workspace())
    window.attach(Desk(window, services))
    window.show()
    desk = window.desk
    assert isinstance(desk, Desk)
    desk.open_client(client)
    assert desk.view is not None
    desk.view.go(Place(Page.GAP))
    app.processEvents()
    page = desk.view.page
    grid = page.grid  # type: ignore[union-attr]
    times: list[float] = []
    for turn in range(count):
        if turn % 100 == 0:
            grid.select_first()
            QTest.qWait(300)
        before = services.history.undoable
        began = time.perf_counter()
        QTest.keyClick(grid, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[turn % 3])
        window.repaint()
        times.append((time.perf_counter() - began) * 1000)
        assert services.history.undoable is not before, "the key press did not reach the store"
    times.sort()
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    print(f"\nOne answer, key press to committed and repainted, {count} times")
    print(f"  median {statistics.median(times):.1f} ms   p99 {p99:.1f} ms")
    window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]))
