"""A small standard with an annex of controls, and a shelf that has it beside those that ship."""

from builders import clause, question, question_text, standard

from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Standard
from isodesk.domain.keys import ClientId
from isodesk.services.applicability import ControlKey, ControlView
from isodesk.services.workspace import Services

STANDARD = "iso-annex"
NEXT = "iso-annex-next"
CONTROLS = ("A.5.1", "A.5.2", "A.5.10", "A.8.1", "A.8.2")
QUESTIONS = {
    "A.5.1": ("annex.policies", "annex.rules"),
    "A.5.2": ("annex.roles",),
    "A.5.10": ("annex.assets",),
    "A.8.1": ("annex.devices",),
}
"""A.8.2 is asked nothing: a pack from elsewhere may have such controls."""

_WORDS = {
    "annex.scope": ("Is it written down what is protected?", "Записано ли, что защищают?"),
    "annex.policies": ("Is there a policy that people know?", "Есть ли политика, которую знают люди?"),
    "annex.rules": ("Are there rules for each topic?", "Есть ли правила по каждой теме?"),
    "annex.roles": ("Does everybody know their part?", "Знает ли каждый свою роль?"),
    "annex.assets": ("Is it known what may be done with data?", "Известно ли, что можно делать с данными?"),
    "annex.devices": ("Are laptops protected?", "Защищены ли ноутбуки?"),
}


def annex() -> Standard:
    """Main text and two sections of controls; A.5.10 comes after A.5.2."""
    return standard(
        clause("4", en="Context", ru="Среда"),
        clause("4.3", "annex.scope", en="Scope", ru="Область применения"),
        clause("A.5", en="Organizational controls", ru="Организационные меры"),
        clause("A.5.1", *QUESTIONS["A.5.1"], en="Policies", ru="Политики"),
        clause("A.5.2", *QUESTIONS["A.5.2"], en="Roles", ru="Роли"),
        clause("A.5.10", *QUESTIONS["A.5.10"], en="Use of data", ru="Обращение с данными"),
        clause("A.8", en="Technological controls", ru="Технические меры"),
        clause("A.8.1", *QUESTIONS["A.8.1"], en="Devices", ru="Устройства"),
        clause("A.8.2", en="Special rights", ru="Особые права"),
        questions=[
            question(key, texts={"en": question_text("en", question=en), "ru": question_text("ru", question=ru)})
            for key, (en, ru) in _WORDS.items()
        ],
        key=STANDARD,
        designation="ISO ANNEX:2026",
        system={"en": "Quality management system", "ru": "Система менеджмента качества"},
    )


def next_annex() -> Standard:
    """The edition after it: policies and roles are one control, devices have another number, something is new."""
    before = annex()
    return standard(
        clause("4", en="Context", ru="Среда"),
        clause("4.3", "annex.scope", en="Scope", ru="Область применения"),
        clause("A.5", en="Organizational controls", ru="Организационные меры"),
        clause("A.5.1", "annex.policies", "annex.rules", "annex.roles", en="Policies and roles", ru="Политики и роли"),
        clause("A.5.3", "annex.assets", en="Use of data", ru="Обращение с данными"),
        clause("A.6", en="People controls", ru="Меры для персонала"),
        clause("A.6.4", "annex.devices", en="Devices of people", ru="Устройства людей"),
        clause("A.6.5", en="News", ru="Новости"),
        questions=before.questions.values(),
        key=NEXT,
        replaces=STANDARD,
        designation="ISO ANNEX:2030",
        system=before.system,
    )


class AnnexShelf(Shelf):
    """The shipped standards and the small one in two editions."""

    def standard(self, key: str) -> Standard:
        """A small one, or one that ships."""
        made = {STANDARD: annex, NEXT: next_annex}.get(key)
        return made() if made is not None else super().standard(key)


def key(clause_: str) -> ControlKey:
    """A control of the small standard."""
    return (STANDARD, clause_)


def controls(services: Services, client: ClientId, language: str = "en") -> dict[str, ControlView]:
    """All controls of a client by number."""
    return {view.clause: view for view in services.applicability.controls(client, language)}
