"""The one place that turns the tokens of resources/themes into a palette and a style sheet (look.md)."""

import string
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from isodesk import resources

NAMES: Final = ("light", "dark")
_SIZES: Final = {"title": 1.45, "question": 1.2, "table": 0.95, "small": 0.9}
_ROLES: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}
_DISABLED: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours; a tint is a colour with transparency, to lie over any surface."""

    name: str
    colours: dict[str, QColor]

    def colour(self, token: str) -> QColor:
        """The colour of a token; an unknown token is a bug and raises KeyError."""
        return QColor(self.colours[token])


class _Watch(QObject):
    """Tells those who hold coloured things (icons, pictures) that the colours are others now."""

    changed = Signal()


class _State:
    """What is applied: one theme, asked for by name or following the system."""

    def __init__(self) -> None:
        self.theme: Theme | None = None
        self.wanted = ""
        self.base_points = 0.0
        self.followed: QGuiApplication | None = None
        self.watch = _Watch()


_state: Final = _State()


def application(arguments: list[str]) -> QApplication:
    """The program, drawn by Qt's Fusion on every system. Asked for by an argument: a style handed over as an object
    would have PySide make everything it knows of styles, for half as long as the rest of the first picture takes."""
    return QApplication([*arguments, "-style", "fusion"])


def watch() -> _Watch:
    """Its `changed` signal fires after another theme has been applied."""
    return _state.watch


@cache
def load(name: str) -> Theme:
    """The theme of a file in resources/themes."""
    content = tomllib.loads(resources.path("themes", f"{name}.toml").read_text("utf-8"))
    colours = {token: QColor(value) for token, value in content["colours"].items()}
    for token, (over, percent) in content["tints"].items():
        tint = QColor(colours[over])
        tint.setAlphaF(percent / 100)
        colours[token] = tint
    for token, (over, below, percent) in content["blends"].items():
        colours[token] = blend(colours[over], colours[below], percent / 100)
    return Theme(content["name"], colours)


def blend(over: QColor, below: QColor, share: float) -> QColor:
    """The opaque colour seen where `share` of `over` lies on `below`."""
    return QColor.fromRgbF(
        below.redF() + (over.redF() - below.redF()) * share,
        below.greenF() + (over.greenF() - below.greenF()) * share,
        below.blueF() + (over.blueF() - below.blueF()) * share,
    )


def current() -> Theme:
    """The theme in force; the light one before the first `apply`."""
    return _state.theme or load("light")


def colour(token: str) -> QColor:
    """The colour of a token in the theme in force."""
    return current().colour(token)


def apply(app: QApplication, name: str) -> Theme:
    """Dresses the whole program in "light" or "dark"; an empty name follows the system from now on."""
    _state.wanted = name if name in NAMES else ""
    _follow(app)
    theme = load(_state.wanted or _system(app))
    if _state.theme is None or not _state.base_points:
        _first_time(app)
    _state.theme = theme
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme, _state.base_points))
    _state.watch.changed.emit()
    return theme


def palette(theme: Theme) -> QPalette:
    """Qt's own roles, for whatever the style sheet does not reach."""
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, theme.colour(token))
    for role in _DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("faint"))
    return result


def style_sheet(theme: Theme, points: float) -> str:
    """The template with the tokens of `theme` and sizes relative to the system's font."""
    template = resources.path("themes", "isodesk.qss").read_text("utf-8")
    values = {token: _css(value) for token, value in theme.colours.items()}
    values |= {token: f"{points * factor:.2f}pt" for token, factor in _SIZES.items()}
    values["glyphs"] = resources.path("themes", theme.name).as_posix()
    return string.Template(template).substitute(values)


def points(role: str) -> float:
    """The size in points of "title", "table" or "small" words, for those who paint themselves."""
    return (_state.base_points or 9.0) * _SIZES[role]


def _css(value: QColor) -> str:
    if value.alpha() == 255:
        return value.name()
    return f"rgba({value.red()}, {value.green()}, {value.blue()}, {value.alpha()})"


def _system(app: QApplication) -> str:
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _first_time(app: QApplication) -> None:
    font = app.font()
    _state.base_points = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
    app.focusChanged.connect(_mark_focus)


def _follow(app: QApplication) -> None:
    if _state.followed is app:
        return
    _state.followed = app
    app.styleHints().colorSchemeChanged.connect(_system_changed)


def _system_changed() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and not _state.wanted and load(_system(app)) is not _state.theme:
        apply(app, "")


def _mark_focus(_old: QWidget | None, new: QWidget | None) -> None:
    """Style sheets know :focus but not how it came; the ring of a button is for the keyboard only."""
    if not isinstance(new, QAbstractButton):
        return
    by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    if bool(new.property("by_mouse")) != by_mouse:
        new.setProperty("by_mouse", by_mouse)
        restyle(new)


def restyle(widget: QWidget) -> None:
    """Lets the style sheet look again after a property that it selects by has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
