"""Both themes are readable, every icon that code names exists, glyphs wear the theme's colours."""

import re
import tomllib
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QLineEdit, QPushButton, QSpinBox, QToolButton, QWidget

from isodesk import resources
from isodesk.ui import icons, signs, speech, theme
from isodesk.ui.widgets import banner
from isodesk.ui.widgets.buttons import button

SURFACES = ("window", "surface", "sunken", "selection", "resting_selection")
WORDS = ("text", "muted", "accent", "good", "partly", "bad", "out", "info")
ICONS = resources.path("icons")
NAMED = (
    r'icons\.(?:put|put_beside_words|paint)\([^",()]+,\s*"([a-z-]+)"',
    r'(?:icons\.icon|icon_button|Empty)\("([a-z-]+)"',
    r'\bbutton\([^()]*"(?:primary|quiet|danger|link)", "([a-z-]+)"',
    r'\bbutton\([^()]*icon="([a-z-]+)"',
)


def luminance(colour: QColor) -> float:
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def over(tint: QColor, below: QColor) -> QColor:
    return theme.blend(QColor(tint.rgb()), below, tint.alphaF())


@pytest.mark.parametrize("name", theme.NAMES)
def test_words_are_readable_on_every_surface(name: str) -> None:
    """U58."""
    shown = theme.load(name)
    for word, surface in product(WORDS, SURFACES):
        ratio = contrast(shown.colour(word), shown.colour(surface))
        assert ratio >= 4.5, f"{word} on {surface}: {ratio:.2f}"


@pytest.mark.parametrize("name", theme.NAMES)
def test_words_are_readable_on_their_tints(name: str) -> None:
    shown = theme.load(name)
    for word in ("good", "partly", "bad", "out", "muted", "info", "accent"):
        for surface in ("surface", "window"):
            below = over(shown.colour(f"{word}_soft"), shown.colour(surface))
            assert contrast(shown.colour(word), below) >= 4.5, f"{word} on its tint on {surface}"
            assert contrast(shown.colour("text"), below) >= 4.5


@pytest.mark.parametrize("name", theme.NAMES)
def test_filled_buttons_toasts_and_tooltips_are_readable(name: str) -> None:
    shown = theme.load(name)
    pairs = [("on_accent", "accent"), ("on_accent", "accent_strong"), ("on_bad", "bad"), ("surface", "text")]
    pairs += [("toast_accent", "text"), ("text", "hover_surface"), ("text", "pressed_surface")]
    for word, ground in pairs:
        assert contrast(shown.colour(word), shown.colour(ground)) >= 4.5, f"{word} on {ground}"


@pytest.mark.parametrize("name", theme.NAMES)
def test_edges_of_controls_and_the_focus_ring_stand_out(name: str) -> None:
    """U58, U61."""
    shown = theme.load(name)
    for edge, surface in product(("border", "accent", "bad"), ("window", "surface", "sunken")):
        assert contrast(shown.colour(edge), shown.colour(surface)) >= 3, f"{edge} on {surface}"


def test_both_themes_name_the_same_tokens() -> None:
    light, dark = (tomllib.loads(resources.path("themes", f"{name}.toml").read_text("utf-8")) for name in theme.NAMES)
    for section in ("colours", "tints", "blends"):
        assert light[section].keys() == dark[section].keys()


@pytest.mark.parametrize("name", theme.NAMES)
def test_the_style_sheet_is_filled_in_and_its_glyphs_exist(name: str) -> None:
    sheet = theme.style_sheet(theme.load(name), 9)
    assert "$" not in sheet
    glyphs = re.findall(r'url\("(.+?)"\)', sheet)
    assert len(glyphs) >= 8
    for glyph in glyphs:
        assert Path(glyph).is_file(), glyph


@pytest.mark.parametrize("name", theme.NAMES)
def test_glyphs_wear_the_colours_of_their_theme(name: str) -> None:
    allowed = {theme.load(name).colour(token).name().upper() for token in ("muted", "on_accent")}
    for glyph in resources.path("themes", name).glob("*.svg"):
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", glyph.read_text("utf-8").upper())) <= allowed, glyph.name


def test_dark_and_light_change_palette_icons_and_back(qapp: QApplication) -> None:
    made = button("Add", icon="plus")
    light = made.icon().pixmap(20, 20).toImage()
    theme.apply(qapp, "dark")
    try:
        assert qapp.palette().window().color() == theme.load("dark").colour("window")
        assert theme.current().name == "dark"
        assert made.icon().pixmap(20, 20).toImage() != light
    finally:
        theme.apply(qapp, "light")
    assert made.icon().pixmap(20, 20).toImage() == light


def test_an_empty_name_follows_the_system(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.apply(qapp, "")
    monkeypatch.setattr(theme, "_system", lambda _app: "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().name == "dark"
    theme.apply(qapp, "light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().name == "light"


def test_an_unknown_token_is_a_bug() -> None:
    with pytest.raises(KeyError):
        theme.colour("pink")


def test_controls_are_32_pixels_high(qtbot: object) -> None:
    for control in (QLineEdit(), QSpinBox(), QDateEdit(), QPushButton("x"), QToolButton()):
        control.ensurePolished()
        assert control.sizeHint().height() == 32, type(control).__name__


def test_a_click_leaves_no_ring_but_a_tab_does(qtbot: object, monkeypatch: pytest.MonkeyPatch) -> None:
    made = QPushButton("x")
    monkeypatch.setattr(theme.QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    theme._mark_focus(None, made)
    assert made.property("by_mouse") is True
    monkeypatch.setattr(theme.QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.NoButton)
    theme._mark_focus(None, made)
    assert made.property("by_mouse") is False


def test_the_ring_of_the_keyboard_is_painted_in_accent(qtbot: object) -> None:
    host = QWidget()
    made = QPushButton("x", host)
    made.setGeometry(10, 10, 80, 32)
    host.resize(100, 52)
    host.show()
    host.activateWindow()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(1)
    image = host.grab().toImage()
    ring = [image.pixelColor(50, 10).name(), image.pixelColor(50, 11).name()]
    host.close()
    assert ring == [theme.colour("accent").name()] * 2


def test_every_icon_that_code_names_exists() -> None:
    source = Path(icons.__file__).parent
    named = {sign.icon for sign in (*signs.ANSWERS.values(), *signs.STATES.values())}
    named |= {name for name, _ink in banner._SIGNS.values()}
    for file in source.rglob("*.py"):
        for pattern in NAMED:
            named |= set(re.findall(pattern, file.read_text("utf-8")))
    assert len(named) > 20
    assert [name for name in sorted(named) if not (ICONS / f"{name}.svg").is_file()] == []


def test_icons_are_one_family() -> None:
    drawn = [file for file in ICONS.glob("*.svg") if file.stem != "isodesk"]
    assert len(drawn) >= 50
    for file in drawn:
        text = file.read_text("utf-8")
        assert 'viewBox="0 0 20 20"' in text, file.name
        assert 'stroke-width="1.75"' in text, file.name
        assert "#" not in text, f"{file.name} has a colour of its own"


def test_an_icon_is_sharp_at_every_scale_and_grey_when_off() -> None:
    drawn = icons.icon("trash")
    for scale in (1, 2, 3):
        picture = drawn.pixmap(QSize(20, 20), scale)
        assert (picture.width(), picture.devicePixelRatio()) == (20 * scale, scale)
    on = drawn.pixmap(20, 20).toImage()
    assert drawn.pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage() != on
    assert icons.icon("trash") is drawn
    assert not icons.app_icon().pixmap(64, 64).isNull()


def test_labels_show_icons_too() -> None:
    shown = QLabel()
    icons.put(shown, "help", "muted", 16)
    assert shown.pixmap().deviceIndependentSize().toSize() == QSize(16, 16)


def test_the_language_changes_qts_own_words(qapp: QApplication) -> None:
    """U65."""
    speech.set_language(qapp, "ru")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
    assert speech.locale().firstDayOfWeek() == Qt.DayOfWeek.Monday
    speech.set_language(qapp, "en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert speech.locale().firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert speech.plural("{count} task", "{count} tasks", 2) == "2 tasks"
