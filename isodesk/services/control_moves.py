"""Where what was said of controls goes when a standard is moved to its next edition: controls are renumbered and merged."""

from typing import Final

from isodesk.catalog.editions import Delta
from isodesk.domain.keys import ClientId
from isodesk.services.control_views import FLAGS, ControlKey, controls_of
from isodesk.storage import applicability
from isodesk.storage.tables import ControlRow
from isodesk.storage.work import Work

_TEXTS: Final = ("reason", "evidence")


def follow_controls(work: Work, client: ClientId, delta: Delta) -> None:
    """Copies the statement to the controls that ask the same questions now; the old one stays with the old edition. What
    was said of the new edition before is left alone."""
    rows = applicability.controls(work.session, client)
    wanted = frozenset(controls_of(delta.new))
    made: dict[ControlKey, ControlRow] = {}
    said = [rows[key] for number in controls_of(delta.old) if (key := (delta.old.key, number)) in rows]
    for row in said:
        for clause in delta.successors(row.clause):
            key = (delta.new.key, clause)
            if clause not in wanted or key in rows:
                continue
            if key in made:
                _join(made[key], row)
            else:
                made[key] = _copy(row, key)
    work.session.add_all(made.values())


def _copy(row: ControlRow, key: ControlKey) -> ControlRow:
    values = {column.key: getattr(row, column.key) for column in row.__table__.columns if column.key != "id"}
    return ControlRow(**{**values, "standard": key[0], "clause": key[1]})


def _join(target: ControlRow, row: ControlRow) -> None:
    """Two controls are one now: it applies where one of them did, for the reasons of both; what differs is left open."""
    decided = {target.applicable, row.applicable}
    target.applicable = True if True in decided else None if None in decided else False
    for flag in FLAGS.values():
        setattr(target, flag, getattr(target, flag) or getattr(row, flag))
    for name in _TEXTS:
        texts = dict.fromkeys((getattr(target, name), getattr(row, name)))
        setattr(target, name, "\n".join(text for text in texts if text))
    target.status = target.status if target.status == row.status else None
    target.owner_id = target.owner_id if target.owner_id == row.owner_id else None
