"""The responsibilities of a sample client, and how many people work in each shift."""

from isodesk.domain.people import Role
from isodesk.domain.responsibility import Duty, read
from isodesk.services.sample_made import Made


def add(made: Made) -> None:
    """Letters as the file has them; those of the clauses follow from the questions."""
    data, services, client = made.read("responsibilities"), made.services, made.client
    sites = {site.name: site.id for site in services.clients.sites(client)}
    for name, staff in data["shifts"].items():
        services.site_shifts.change(client, sites[name], dict(enumerate(staff, start=1)))
    cells = {
        (Duty(made.processes[process]), Role(role)): read(letters)
        for process, row in data["process"].items()
        for role, letters in row.items()
    }
    services.responsibilities.set_cells(client, cells)
    services.responsibilities.propose(client, services.standards.first(client))
