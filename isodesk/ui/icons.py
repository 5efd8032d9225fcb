"""Our own icons: one family of line drawings, coloured by the theme at the moment they are asked for."""

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from isodesk import resources
from isodesk.ui import theme

SIZE: Final = 20
_PIXELS: Final = (16, 20, 24, 32, 40, 48, 60)
_AIR: Final = 6 / 16
"""Part of its size that a drawing beside words gets as extra width: Qt leaves too little."""
_icons: Final[dict[tuple[str, str, str, bool], QIcon]] = {}
_drawings: Final[dict[tuple[str, str, str], QSvgRenderer]] = {}
_watching: Final[list[bool]] = []


def icon(name: str, ink: str = "text", *, airy: bool = False) -> QIcon:
    """The drawing `name` in the colour of the token `ink`, sharp at 1x, 2x and 3x; greyed where it is disabled."""
    key = (theme.current().name, name, ink, airy)
    if key not in _icons:
        result = QIcon()
        for pixels in _PIXELS:
            picture = _picture(name, ink, pixels, airy)
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
                result.addPixmap(picture, mode)
            result.addPixmap(_picture(name, "faint", pixels, airy), QIcon.Mode.Disabled)
        _icons[key] = result
    return _icons[key]


def app_icon() -> QIcon:
    """The program's own sign, in its own colours."""
    return QIcon(str(resources.path("icons", "isodesk.svg")))


def paint(painter: QPainter, name: str, ink: str, rect: QRectF) -> None:
    """Draws straight into `rect`, for delegates and pictures; sharp at any scale."""
    _drawing(name, ink).render(painter, rect)


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


def _drawing(name: str, ink: str) -> QSvgRenderer:
    key = (theme.current().name, name, ink)
    if key not in _drawings:
        source = resources.path("icons", f"{name}.svg").read_text("utf-8")
        coloured = source.replace("currentColor", theme.colour(ink).name())
        _drawings[key] = QSvgRenderer(QByteArray(coloured.encode()))
    return _drawings[key]


def _picture(name: str, ink: str, pixels: int, airy: bool) -> QPixmap:
    air = _air(pixels) if airy else 0
    picture = QPixmap(pixels + air, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _drawing(name, ink).render(painter, QRectF(air / 2, 0, pixels, pixels))
    painter.end()
    return picture
