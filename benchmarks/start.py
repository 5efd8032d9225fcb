"""Two things to time: `bare`, a QMainWindow with nothing in it; `painted`, isodesk up to its first picture."""

import sys


def bare() -> int:
    """Shows an empty window and leaves when it has been painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 820)
    window.show()

    def leave() -> None:
        window.repaint()
        app.quit()

    QTimer.singleShot(0, leave)
    return app.exec()


def painted() -> int:
    """Starts isodesk and leaves at its first picture, before the workspace is opened."""
    from isodesk.app.main import show_window

    return show_window(None, until="painted")


if __name__ == "__main__":
    sys.exit({"bare": bare, "painted": painted}[sys.argv[1]]())
