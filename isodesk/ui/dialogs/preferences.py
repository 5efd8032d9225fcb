"""The few things a user may want otherwise: language, theme, the name that signs, keys without Ctrl."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk.i18n import LANGUAGE_NAMES
from isodesk.ui.actions import THEMES
from isodesk.ui.preferences import Preferences
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.text_field import TextField


class PreferencesDialog(QDialog):
    """Everything takes effect at once; there is nothing to save."""

    language_picked = Signal(str)
    theme_picked = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        current = preferences.current
        self.language = ChoiceField(self, LANGUAGE_NAMES.items())
        self.language.set_value(speech().language)
        self.theme = ChoiceField(self, [(value, _(words)) for value, words in THEMES.items()])
        self.theme.set_value(current.theme)
        self.assessor = TextField(self)
        self.assessor.set_value(current.assessor)
        self.single_keys = QCheckBox(self)
        self.single_keys.setChecked(current.single_keys)
        self._fields = [Field(self.language), Field(self.theme), Field(self.assessor)]
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        for field in self._fields:
            column.addWidget(field)
        column.addWidget(self.single_keys)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self.setMinimumWidth(440)
        stops = (self.language, self.theme, self.assessor, self.single_keys, *self._buttons.buttons())
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self.language.setFocus()
        self.language.picked.connect(self._speak)
        self.theme.picked.connect(lambda value: self.theme_picked.emit(str(value)))
        self.assessor.committed.connect(lambda text: preferences.update(assessor=text.strip()))
        self.single_keys.toggled.connect(lambda on: preferences.update(single_keys=on))
        self._say()

    def _speak(self, language: object) -> None:
        self.language_picked.emit(str(language))
        self._say()

    def _say(self) -> None:
        self.setWindowTitle(_("Preferences"))
        language, theme, assessor = self._fields
        language.set_words(
            _("&Language of the window"), _("Each document asks for its own language when it is printed.")
        )
        theme.set_words(_("&Theme"))
        assessor.set_words(_("Your &name"), _("Signs answers and changes from the next start on."))
        self.single_keys.setText(_("&Single keys answer in lists (1, 2, 3, 4)"))
