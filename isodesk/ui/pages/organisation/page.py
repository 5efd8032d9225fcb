"""Page 1.1: name, numbers, addresses, head, logo and sites; every document takes them from here."""

from pathlib import Path
from typing import Final

from isodesk.domain.events import ClientChanged
from isodesk.domain.journey import Page
from isodesk.errors import UserError
from isodesk.i18n import N_
from isodesk.services.clients import NAME_LIMIT, STAFF, ClientView
from isodesk.services.overview import REQUIRED
from isodesk.ui.jobs import Job
from isodesk.ui.page import PageView
from isodesk.ui.pages.organisation.shifts import ShiftsPanel
from isodesk.ui.pages.organisation.sites import SitesPanel
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.logo_box import LogoBox
from isodesk.ui.widgets.number_field import NumberField
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.text_field import TextArea, TextField

_WORDS: Final = {
    "name": (N_("Full &name"), N_("As in the registration papers; it stands on every document.")),
    "short_name": (N_("&Short name"), ""),
    "staff": (N_("S&taff"), ""),
    "shifts": (N_("Shi&fts"), ""),
    "inn": (N_("&INN"), N_("10 or 12 digits")),
    "ogrn": (N_("O&GRN"), N_("13 or 15 digits")),
    "legal_address": (N_("&Legal address"), ""),
    "address": (N_("&Actual address"), N_("Where the auditor comes to.")),
    "head_post": (N_("Post of the hea&d"), ""),
    "head_name": (N_("Surname and initials of the &head"), ""),
    "phone": (N_("&Phone"), ""),
    "email": (N_("&E-mail"), ""),
    "activity": (
        N_("What the firm &makes or does"),
        N_("One or two sentences; the scope on page 1.2 grows from them."),
    ),
}
_EXAMPLES: Final = {
    "head_post": N_("for example: Director"),
    "head_name": N_("for example: Smith J. A."),
    "activity": N_("for example: Makes steel furniture for schools, delivers and assembles it."),
}
LOGO: Final = "logo"


def plain(words: str) -> str:
    """A label without its access key."""
    return words.replace("&", "")


class OrganisationPage(PageView):
    """A form that saves itself, the logo, and the sites."""

    key = Page.ORGANISATION
    hears = (ClientChanged,)

    def _build(self) -> None:
        self._area = ScrollColumn(self, 12)
        self.form = Form(self)
        self.form.add_row(("name", TextField(length=NAME_LIMIT), 1))
        self.form.add_row(
            ("short_name", TextField(length=200), 2),
            ("staff", NumberField(most=STAFF.stop - 1), 1),
            ("shifts", NumberField(least=1, most=4), 1),
        )
        self.form.add_row(("inn", TextField(length=20), 1), ("ogrn", TextField(length=20), 1))
        self.form.add_row(("legal_address", TextField(length=1000), 1))
        self.form.add_row(("address", TextField(length=1000), 1))
        self._same = button("", "link")
        self.form.add_widget(self._same)
        self.form.add_row(("head_post", TextField(), 1), ("head_name", TextField(), 1))
        self.form.add_row(("phone", TextField(length=100), 1), ("email", TextField(length=200), 1))
        self.form.add_row(("activity", TextArea(least=2, most=8), 1))
        self._logo_head = SectionHead(self)
        self._logo_head.setMaximumWidth(self.form.maximumWidth())
        self.logo = LogoBox(self)
        self.logo.setMaximumWidth(self.form.maximumWidth())
        self.sites = SitesPanel(self.case, self)
        for part in (self.form, self._logo_head, self.logo):
            self._area.add_narrow(part)
        self._area.add_space(8)
        self._area.add(self.sites)
        self.shifts = ShiftsPanel(self.case, self, self.sites.table)
        self._area.add_narrow(self.shifts)
        self.body.addWidget(self._area)
        self._shown_logo: str | None = None
        self._set_read_only(self.case.services.read_only is not None)

    def _set_read_only(self, read_only: bool) -> None:
        self.form.set_read_only(read_only)
        self.logo.set_read_only(read_only)
        self.sites.set_read_only(read_only)
        self.shifts.set_read_only(read_only)
        self._same.setEnabled(not read_only)

    def _connect(self) -> None:
        self.form.edited.connect(self._save)
        self._same.clicked.connect(self._copy_address)
        self.logo.picked.connect(self._keep_logo)
        self.logo.removed.connect(lambda: self._keep_logo(None))

    def refresh(self) -> None:
        """The stored description; what is being typed or was refused stays."""
        view = self.case.services.clients.get(self.case.client)
        self.form.set_values({name: getattr(view, name) for name in _WORDS})
        self.head.set_missing([(name, plain(_(_WORDS[name][0]))) for name in REQUIRED if not getattr(view, name)])
        can_copy = bool(view.legal_address) and not view.address
        self._same.setVisible(can_copy)
        words, hint = _WORDS["address"]
        self.form.set_words("address", _(words), "" if can_copy else _(hint))
        self._show_logo(view)
        self.shifts.refresh(view, self.sites.refresh())

    def retranslate(self) -> None:
        """Labels, hints and examples."""
        super().retranslate()
        for name, (text, hint) in _WORDS.items():
            self.form.set_words(name, _(text), _(hint))
        for name, example in _EXAMPLES.items():
            control = self.form.fields[name].control
            if isinstance(control, TextField | TextArea):
                control.setPlaceholderText(_(example))
        staff = self.form.fields["staff"].control
        if isinstance(staff, NumberField):
            staff.setSpecialValueText(_("not said"))
        self._same.setText(_("Same as the legal address"))
        self._logo_head.set_words(_("Logo"))

    def show_row(self, row: str) -> None:
        """A field, the logo, or a site by its id."""
        if self.form.focus(row):
            self._area.reveal(self.form.fields[row])
        elif row == LOGO:
            self.logo.choose_button.setFocus()
            self._area.reveal(self.logo)
        elif self.sites.show_site(row):
            self._area.reveal(self.sites)

    def current_row(self) -> str:
        """The field or the site at hand."""
        return self.form.focused() or self.sites.focused()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the table of sites."""
        return (("Enter", _("Change the cell of a site")), ("Del", _("Remove the site")))

    def _save(self, name: str, value: object) -> None:
        kept = None if name == "staff" and value == 0 else value
        clients = self.case.services.clients
        self.case.attempt(lambda: self.form.trying(name, lambda: clients.change(self.case.client, **{name: kept})))

    def _copy_address(self) -> None:
        view = self.case.services.clients.get(self.case.client)
        self._save("address", view.legal_address)
        self.form.focus("head_post")

    def _show_logo(self, view: ClientView) -> None:
        if view.logo == self._shown_logo:
            return
        self._shown_logo = view.logo
        self.logo.set_error("")
        try:
            self.logo.set_picture(self.case.services.clients.logo(view))
        except UserError as error:
            self.logo.set_picture(None)
            self.logo.set_error(error.text(speech()))

    def _keep_logo(self, source: Path | None) -> None:
        """Reading and shrinking a picture may take longer than a blink: a job."""
        clients, client = self.case.services.clients, self.case.client
        self.logo.set_error("")
        job = Job(_("Keeping the logo"), lambda _report: clients.set_logo(client, source))
        job.failed.connect(lambda error: self.logo.set_error(error.text(speech())))
        if source is None:
            job.succeeded.connect(lambda _none: self._removed_logo())
        self.case.jobs.start(job, writes=True)

    def _removed_logo(self) -> None:
        history = self.case.services.history
        self.case.messages.toast(_("The logo was removed."), _("Undo"), lambda: self.case.attempt(history.undo))
