"""What surrounds a sample client: issues, interested parties, the climate answer, and what it told the advisor."""

from isodesk.domain.context import Category, side_of
from isodesk.services.context_views import NewIssue, NewParty, NewRequirement
from isodesk.services.sample_made import Made


def add(made: Made) -> None:
    """From the file `<sample>-context.<language>.toml`."""
    data, context, client = made.read("context"), made.services.context, made.client
    context.propose_issues(
        client,
        [
            NewIssue(
                side_of(Category(table["category"])),
                Category(table["category"]),
                table["text"],
                table.get("effect", ""),
                table.get("favourable"),
            )
            for table in data["issue"]
        ],
    )
    context.propose_parties(
        client,
        [
            NewParty(
                table["name"],
                table.get("note", ""),
                tuple(NewRequirement(**wanted) for wanted in table.get("requirement", [])),
            )
            for table in data["party"]
        ],
    )
    context.state_climate(client, **data["climate"])
    made.services.advice.keep(client, data.get("advice", {}))
