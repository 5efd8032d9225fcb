"""The register of risks and opportunities of a sample client, with the tasks that came of it."""

from typing import Any, Final

from isodesk.domain.risks import RiskKind
from isodesk.services.sample_made import Made

_AS_THEY_ARE: Final = ("cause", "consequence", "existing", "likelihood", "impact", "decision", "effectiveness")


def add(made: Made) -> None:
    """Entries in the order of the file; `tasks` are percents done of tasks made of the first measures, `questions` name
    tasks that are in the plan already."""
    for table in made.read("risks")["risk"]:
        _entry(made, table)


def _entry(made: Made, table: dict[str, Any]) -> None:
    risks, plan = made.services.risks, made.services.plan
    values: dict[str, object] = {name: table[name] for name in _AS_THEY_ARE if name in table}
    values["process_id"] = made.processes[table["process"]] if "process" in table else None
    values["owner_id"] = made.people[table["owner"]] if "owner" in table else None
    values["treatment"] = "\n".join(table.get("treatment", ()))
    values["due_on"] = made.day(table["due"]) if "due" in table else None
    if "residual" in table:
        values["residual_likelihood"], values["residual_impact"] = table["residual"]
    entry = risks.add(made.client, table["title"], RiskKind(table.get("kind", "risk")), **values)
    for done in table.get("tasks", ()):
        plan.change(made.client, [risks.add_task(made.client, entry)], done=done)
    asked = table.get("questions", ())
    if asked:
        tasks = plan.tasks(made.client, made.language)
        risks.link(made.client, entry, frozenset(task.id for task in tasks if task.question in asked))
