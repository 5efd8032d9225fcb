"""The budget of a sample client."""

from datetime import date

from isodesk.domain.budget import CostKind
from isodesk.services.sample_made import Made


def add(made: Made) -> None:
    """The price of an hour, and what the firm buys; days are counted from today."""
    data = made.read("budget")
    services, client = made.services, made.client
    services.plan_settings.change(client, hour_rate=data["hour_rate"], currency=data["currency"])
    lines = data["line"]
    keys = services.budget.add_many(client, [(line["title"], CostKind(line["kind"])) for line in lines])
    for key, line in zip(keys, lines, strict=True):
        due: date | None = made.day(line["due"]) if "due" in line else None
        services.budget.change(
            client,
            key,
            planned=float(line["planned"]),
            actual=float(line["actual"]) if "actual" in line else None,
            due_on=due,
            note=line.get("note", ""),
        )
