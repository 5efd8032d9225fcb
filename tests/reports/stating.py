"""Clients with controls: of whom nothing is said yet, with a draft as it usually is, and where everything is too long."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import annex
from annex import key
from situations import HOSTILE, LONG_NAME, LONG_TEXT, Situation, SmallShelf

from isodesk.catalog.standard import Standard
from isodesk.domain.applicability import ControlStatus, Reason
from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import QuestionKey
from isodesk.domain.people import Role
from isodesk.services.clients import NewClient
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services

KEY = "statement-of-applicability"


class StatedShelf(SmallShelf):
    """The excerpts, and the small standard with its annex."""

    def standard(self, key: str) -> Standard:
        """The small standard, or an excerpt."""
        return annex.annex() if key == annex.STANDARD else super().standard(key)


def empty(services: Services, _folder: Path) -> Situation:
    """Nothing is answered and nothing decided."""
    return Situation(services.clients.create(NewClient("Вектор", annex.STANDARD, "ru")), None)


def typical(services: Services, folder: Path) -> Situation:
    """Assessed and proposed; one control stays out, one lacks an owner, one is left to decide."""
    client = services.clients.create(NewClient("ООО «Вымпел»", annex.STANDARD, "ru", 18, target_on=date(2027, 6, 1)))
    services.clients.change(
        client,
        head_post="Генеральный директор",
        head_name="Соколов Андрей Викторович",
        scope="Разработка и сопровождение программ для складов.",
    )
    security = services.team.add_person(client, "Лебедева Инна Олеговна", "Администратор")
    services.team.set_roles(client, security, frozenset({Role.SECURITY}))
    verdicts = {
        "annex.policies": Conformity.CONFORMS,
        "annex.rules": Conformity.CONFORMS,
        "annex.roles": Conformity.PARTLY,
        "annex.assets": Conformity.ABSENT,
        "annex.devices": Conformity.NOT_APPLICABLE,
    }
    for question, verdict in verdicts.items():
        services.assessment.record(client, QuestionKey(question), verdict)
    services.assessment.set_note(client, QuestionKey("annex.policies"), "existing", "Политика ИБ, ред. 2 от 12.01.2026")
    services.assessment.set_note(client, QuestionKey("annex.devices"), "reason", "Ноутбуков нет: все за терминалами")
    source = folder / "Политика ИБ.pdf"
    source.write_bytes(b"%PDF-1.7")
    services.evidence.attach(client, Subject.ANSWER, "annex.policies", source)
    statement = services.applicability
    statement.propose(client)
    statement.set_reasons(client, [key("A.5.1")], frozenset({Reason.LAW, Reason.CONTRACT}))
    statement.write(client, [key("A.5.1")], "justification", "152-ФЗ, ст. 19; договор с банком, п. 4.2")
    statement.set_owner(client, [key("A.5.1"), key("A.5.2")], security)
    statement.decide(client, [key("A.8.2")], None)
    return Situation(client, None)


def extreme(services: Services, _folder: Path) -> Situation:
    """Names and notes too long, markup in them, decisions against the assessment."""
    client = services.clients.create(NewClient((HOSTILE + LONG_NAME)[:300], annex.STANDARD, "ru", 50, is_sample=True))
    services.clients.change(
        client, head_post=LONG_NAME[:300], head_name=(HOSTILE + LONG_NAME)[:300], scope=LONG_TEXT * 6
    )
    person = services.team.add_person(client, (HOSTILE + LONG_NAME)[:300], LONG_NAME[:300])
    services.team.set_roles(client, person, frozenset(Role))
    keys = [view.key for view in services.assessment.questions(client, "ru")]
    services.assessment.record_many(client, keys, Conformity.CONFORMS)
    statement, every = services.applicability, [key(number) for number in annex.CONTROLS]
    statement.decide(client, every[:3], True)
    statement.decide(client, every[3:], False)
    statement.set_reasons(client, every, frozenset(Reason))
    statement.write(client, every[::2], "justification", HOSTILE + LONG_TEXT * 3)
    statement.write(client, every[:2], "evidence", HOSTILE + "Ж" * 400)
    statement.set_owner(client, every, person)
    statement.set_status(client, every, ControlStatus.IMPLEMENTED)
    return Situation(client, None)


SITUATIONS: dict[str, Callable[[Services, Path], Situation]] = {
    "empty": empty,
    "typical": typical,
    "extreme": extreme,
}
