"""The language of the window: the only place where a current language exists (architecture.md 3.12)."""

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from isodesk import i18n
from isodesk.i18n import Speech


class _Current:
    """The language in force and Qt's own translator for it."""

    def __init__(self) -> None:
        self.words = i18n.speech(i18n.SOURCE_LANGUAGE)
        self.translator: QTranslator | None = None


_current = _Current()


def speech() -> Speech:
    """The words of the interface language, to hand to code that knows no window."""
    return _current.words


def _(message: str) -> str:
    """`message` in the interface language."""
    return _current.words(message)


def plural(one: str, many: str, count: int) -> str:
    """The form for `count` in the interface language, with {count} filled in."""
    return _current.words.plural(one, many, count)


def locale() -> QLocale:
    """For dates, numbers and calendars of Qt's own widgets: week from Monday in both languages."""
    if _current.words.language == "ru":
        return QLocale(QLocale.Language.Russian, QLocale.Country.Russia)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def set_language(app: QApplication, language: str) -> Speech:
    """Speaks `language` from now on ("" is the system's); every open widget hears a LanguageChange."""
    _current.words = i18n.speech(language or i18n.system_language())
    QLocale.setDefault(locale())
    if _current.translator is not None:
        app.removeTranslator(_current.translator)
        _current.translator = None
    if _current.words.language != i18n.SOURCE_LANGUAGE:
        translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{_current.words.language}", folder):
            app.installTranslator(translator)
            _current.translator = translator
    for widget in app.topLevelWidgets():
        app.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    return _current.words
