"""A new client from an existing one: sites, roles and processes come along, people's answers and findings do not."""

from isodesk.storage import clients, responsibilities, team
from isodesk.storage.tables import ProcessClauseRow, ProcessRow, SiteRow, SiteShiftRow
from isodesk.storage.work import Work


def copy_structure(work: Work, source: str, target: str) -> None:
    """Copies sites and processes with their clauses. Owners stay behind: they are other people (ux.md U18).

    Raises NotFound."""
    session = work.session
    clients.get(session, source)
    for site in clients.sites(session, source):
        place = SiteRow(
            client_id=target, position=site.position, name=site.name, staff=site.staff, activity=site.activity
        )
        session.add(place)
        session.flush()
        for shift in responsibilities.shifts(session, site.id).values():
            session.add(SiteShiftRow(site_id=place.id, number=shift.number, staff=shift.staff))
    for process in team.processes(session, source):
        copied = ProcessRow(client_id=target, position=process.position, name=process.name)
        session.add(copied)
        for clause in team.clauses(session, process.id):
            session.add(ProcessClauseRow(process_id=copied.id, standard=clause.standard, clause=clause.clause))
    session.flush()
