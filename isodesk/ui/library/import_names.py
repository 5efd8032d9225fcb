"""What an imported standard shall be called, proposed from its file: the last step before it is taken in."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from isodesk.catalog.found import Found
from isodesk.catalog.listing import Wishes
from isodesk.catalog.standard import Standard
from isodesk.errors import InvalidInput, NotAllowed, UserError
from isodesk.i18n import LANGUAGE_NAMES
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.text_field import TextField

_LONGEST: Final = 60


class ImportNames(QWidget):
    """Designation and key; of a list, title and language too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_list = False
        self.form = Form(self)
        self.designation = TextField(length=_LONGEST)
        self.title = TextField()
        self.key = TextField(length=_LONGEST)
        self.language = ChoiceField(choices=LANGUAGE_NAMES.items())
        self.form.add_row(("designation", self.designation, 1), ("key", self.key, 1))
        self.form.add_row(("title", self.title, 2), ("language", self.language, 1))
        self.form.set_words("designation", _("&Designation"), _("Short, as it stands on documents: ISO 9001:2026."))
        self.form.set_words("title", _("&Title"))
        self.form.set_words(
            "key", _("&Key"), _("The name of its file: lower-case Latin letters, digits and hyphens. It never changes.")
        )
        self.form.set_words("language", _("&Language of its texts"))
        self.replace = QCheckBox(_("&Replace the own standard of this key"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self.replace, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for field in (self.designation, self.key):
            field.textEdited.connect(lambda _text: self.form.clear_errors())

    def first(self) -> QWidget:
        """Where one begins."""
        return self.key if self.form.fields["designation"].isHidden() else self.designation

    def propose(self, found: Found, key: str, *, is_list: bool, is_taken: bool) -> None:
        """Names of what was found; with `is_taken` there is something of that key already."""
        self._is_list = is_list
        content = found.content
        self.key.setText(key)
        self.designation.setText(content.designation if isinstance(content, Standard) else "")
        self.title.setText(content.title(speech().language) if isinstance(content, Standard) else "")
        spoken = next((language for language in found.languages() if language in LANGUAGE_NAMES), speech().language)
        self.language.set_value(spoken)
        self.form.fields["designation"].setVisible(isinstance(content, Standard))
        for name in ("title", "language"):
            self.form.fields[name].setVisible(is_list)
        self.form.clear_errors()
        self.replace.setChecked(False)
        self.replace.setVisible(is_taken)

    def wishes(self) -> Wishes:
        """What was chosen."""
        return Wishes(
            key=self.key.text().strip(),
            designation=self.designation.text().strip(),
            title=self.title.text().strip() if self._is_list else "",
            language=str(self.language.value() or "") if self._is_list else "",
        )

    def may_replace(self) -> bool:
        """Whether an own standard of the same key can go."""
        return self.replace.isChecked() and not self.replace.isHidden()

    def is_complete(self) -> bool:
        """Whether there is a key; says at the field that there is none."""
        if self.key.text().strip():
            return True
        self.form.fields["key"].set_error(_("Type a key."))
        return False

    def refuse(self, error: UserError) -> None:
        """At the field that is to blame; a key that is taken can be given to the new standard."""
        field = error.field if isinstance(error, InvalidInput) and error.field in self.form.fields else "key"
        self.form.fields[field].set_error(error.text(speech()))
        if isinstance(error, NotAllowed):
            self.replace.show()
        self.form.focus(field)
