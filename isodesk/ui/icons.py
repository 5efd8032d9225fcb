"""Our own icons: one family of line drawings, coloured by the theme at the moment they are asked for."""

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from isodesk import resources
from isodesk.ui import theme

SIZE: Final = 20
_AIR: Final = 6 / 16
"""Part of its size that a drawing beside words gets as extra width: Qt leaves too little."""
_icons: Final[dict[tuple[str, str, str, bool], QIcon]] = {}
_drawings: Final[dict[tuple[str, str, str], QSvgRenderer]] = {}
_pictures: Final[dict[tuple[str, str, str, bool, bool, int, int], QPixmap]] = {}
_sources: Final[dict[str, str]] = {}
_clones: Final[list[QIconEngine]] = []
"""Qt owns what `clone` returns, but shiboken would take it back with the last reference of Python's."""
_watching: Final[list[bool]] = []


class _Engine(QIconEngine):
    """Draws when it is shown, at the size it is shown in: most icons of a start wait in menus."""

    def __init__(self, theme_name: str, name: str, ink: str, *, airy: bool) -> None:
        super().__init__()
        self._drawn = (theme_name, name, ink, airy)

    def clone(self) -> QIconEngine:
        theme_name, name, ink, airy = self._drawn
        copy = _Engine(theme_name, name, ink, airy=airy)
        _clones.append(copy)
        return copy

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        theme_name, name, ink, airy = self._drawn
        shade = "faint" if mode == QIcon.Mode.Disabled else ink
        _drawing(theme_name, name, shade).render(painter, _middle(QRectF(rect), airy=airy))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = (*self._drawn, mode == QIcon.Mode.Disabled, size.width(), size.height())
        if key not in _pictures:
            picture = QPixmap(size)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self.paint(painter, picture.rect(), mode, state)
            painter.end()
            _pictures[key] = picture
        return _pictures[key]


def icon(name: str, ink: str = "text", *, airy: bool = False) -> QIcon:
    """The drawing `name` in the colour of the token `ink`, sharp at any scale; greyed where it is disabled."""
    key = (theme.current().name, name, ink, airy)
    if key not in _icons:
        _icons[key] = QIcon(_Engine(key[0], name, ink, airy=airy))
    return _icons[key]


def app_icon() -> QIcon:
    """The program's own sign, in its own colours."""
    return QIcon(str(resources.path("icons", "isodesk.svg")))


def paint(painter: QPainter, name: str, ink: str, rect: QRectF) -> None:
    """Draws straight into `rect`, for delegates and pictures; sharp at any scale."""
    _drawing(theme.current().name, name, ink).render(painter, rect)


def put(target: QAbstractButton | QAction | QLabel, name: str, ink: str = "text", size: int = SIZE) -> None:
    """Gives `target` an icon that follows the theme from now on."""
    target.setProperty("icon_name", name)
    target.setProperty("icon_ink", ink)
    target.setProperty("icon_size", size)
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(size, size))
    _show(target)
    if not _watching:
        _watching.append(True)
        theme.watch().changed.connect(_recolour)


def put_beside_words(target: QAbstractButton, name: str, ink: str = "text", size: int = 16) -> None:
    """The same for a button with words: some air between the drawing and the first letter."""
    target.setProperty("icon_airy", True)
    put(target, name, ink, size)
    target.setIconSize(QSize(size + _air(size), size))


def _show(target: QAbstractButton | QAction | QLabel) -> None:
    airy = bool(target.property("icon_airy"))
    drawn = icon(str(target.property("icon_name")), str(target.property("icon_ink")), airy=airy)
    if isinstance(target, QLabel):
        size = int(target.property("icon_size"))
        target.setPixmap(drawn.pixmap(QSize(size, size), target.devicePixelRatioF()))
    else:
        target.setIcon(drawn)


def _recolour() -> None:
    for widget in QApplication.allWidgets():
        if isinstance(widget, (QAbstractButton, QLabel)) and widget.property("icon_name"):
            _show(widget)
        for action in widget.actions():
            if action.property("icon_name"):
                _show(action)


def _air(pixels: int) -> int:
    return round(pixels * _AIR)


def _drawing(theme_name: str, name: str, ink: str) -> QSvgRenderer:
    key = (theme_name, name, ink)
    if key not in _drawings:
        if name not in _sources:
            _sources[name] = resources.path("icons", f"{name}.svg").read_text("utf-8")
        coloured = _sources[name].replace("currentColor", theme.load(theme_name).colour(ink).name())
        _drawings[key] = QSvgRenderer(QByteArray(coloured.encode()))
    return _drawings[key]


def _middle(area: QRectF, *, airy: bool) -> QRectF:
    """The square in the middle of `area`; in an airy one the air beside the drawing does not make it smaller."""
    wide = area.width() / (1 + _AIR) if airy else area.width()
    side = min(wide, area.height())
    return QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
