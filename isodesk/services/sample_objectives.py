"""Policy and objectives of a sample client, with what was measured over the months."""

from typing import Any

from isodesk.domain.keys import family_of
from isodesk.services.sample_made import Made


def add(made: Made) -> None:
    """From the part “objectives” of the sample."""
    source = made.read("objectives")
    policy = source["policy"]
    objectives = made.services.objectives
    objectives.write_policy(made.client, text=policy["text"], approved_on=made.day(policy["approved"]))
    for table in source["objective"]:
        _objective(made, table)


def _objective(made: Made, table: dict[str, Any]) -> None:
    objectives, client = made.services.objectives, made.client
    key = objectives.add(client, table["title"])
    objectives.change(
        client,
        key,
        standard=family_of(made.standard),
        process_id=made.processes[table["process"]],
        owner_id=made.people[table["owner"]] if table["owner"] else None,
        due_on=made.day(table["due"]) if "due" in table else None,
        base=table.get("base"),
        target=table.get("target"),
        **{name: table[name] for name in ("measure", "unit", "actions", "resources", "evaluation")},
    )
    for offset, value, note in table["values"]:
        objectives.measure(client, key, made.day(offset), float(value), note)
    if table.get("task"):
        objectives.add_task(client, key)
