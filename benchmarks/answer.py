"""One answer in the real window: from the key press to the commit with a real fsync and the repainted row.

answer.py COUNT [STANDARD ...]      further standards are added to the sample client's ISO 9001 first
"""

import statistics
import sys
import time

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from isodesk import paths
from isodesk.domain.journey import Page
from isodesk.services import sample
from isodesk.services.workspace import open_workspace
from isodesk.ui import speech, theme
from isodesk.ui.case import Place
from isodesk.ui.desk import Desk
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.preferences import Preferences
from isodesk.ui.window import Window

DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
ROWS = 100


def rest(milliseconds: int) -> None:
    """Lets the sidebar count and the chores end."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(count: int, further: list[str]) -> None:
    """Presses 1, 2, 3 in turn on the gap grid of the sample client and prints median and p99."""
    app = theme.application(sys.argv[:1])
    speech.set_language(app, "ru")
    theme.apply(app, "light")
    services = open_workspace(paths.default_workspace(), actor="benchmark")
    client = sample.create(services, "ru")
    for key in further:
        services.adoptions.add(client, key)
    window = Window(Preferences(paths.settings_file()), paths.default_workspace())
    window.resize(1366, 768)
    window.show()
    desk = Desk(window, services)
    window.attach(desk)
    desk.open_client(client)
    if desk.view is None or not isinstance(page := _gap(desk), GapPage):
        raise SystemExit("the gap page did not open")
    rest(3000)
    times: list[float] = []
    for turn in range(count):
        if turn % ROWS == 0:
            page.table.setCurrentIndex(page.table.model().index(0, 0))
            page.table.setFocus()
            rest(300)
        before = services.history.undoable
        began = time.perf_counter()
        QTest.keyClick(page.table, DIGITS[(turn + turn // ROWS) % 3])
        app.processEvents()
        elapsed = (time.perf_counter() - began) * 1000
        if services.history.undoable is not before:
            times.append(elapsed)
        if turn % 10 == 9:
            rest(200)
    times.sort()
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    asked = len(services.assessment.questions(client, "ru"))
    print(
        f"\nOne answer of {asked} questions, key press to committed and repainted, {len(times)} that changed something"
    )
    print(f"  median {statistics.median(times):.1f} ms   p99 {p99:.1f} ms")
    window.close()


def _gap(desk: Desk) -> object:
    view = desk.view
    if view is None:
        return None
    view.go(Place(Page.GAP))
    return view.page


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
