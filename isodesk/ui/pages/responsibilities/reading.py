"""Heads and cells of the grid from what the services say."""

from collections.abc import Hashable
from typing import Final, cast

from isodesk import wording
from isodesk.domain.people import Role, decoded_signature
from isodesk.domain.responsibility import NOTHING, Letter
from isodesk.services.responsibilities import DutyView, Matrix, RoleView
from isodesk.ui.models.matrix import CellOf, MatrixCell, MatrixHead
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _, speech
from isodesk.wording import responsibilities as responsibility_words

_NAMES: Final = 2
"""Names in a head; the tooltip has all of them."""
_WHOLE: Final = STATES["done"]
_LACKING: Final = Sign("warning", "partly")


def row_head(view: DutyView) -> MatrixHead:
    """A process with its owner, or a clause; or what is missing there."""
    title = f"{view.duty.clause}  {view.title}" if view.duty.clause else view.title
    lacks = "; ".join(_(responsibility_words.FAULTS[fault]) for fault in view.faults)
    first = _(responsibility_words.FAULTS[view.faults[0]]) if lacks else ""
    owner = _("Owner: {name}").format(name=decoded_signature(view.owner_name)) if view.owner_name else ""
    return MatrixHead(
        key=view.duty.place,
        text=title,
        second=first or owner,
        sign=_LACKING if lacks else _WHOLE,
        warns=bool(lacks),
        more="\n".join(part for part in (title, owner, lacks) if part),
    )


def role_head(view: RoleView) -> MatrixHead:
    """A role with those who have it; that nobody has it is said where it has letters."""
    names = [decoded_signature(name) for name in view.holders]
    shown = names if len(names) <= _NAMES else [*names[: _NAMES - 1], f"+ {len(names) - _NAMES + 1}"]
    title = _(wording.ROLE[view.role])
    return MatrixHead(
        key=view.role,
        text=_(wording.ROLE_SHORT[view.role]),
        second="\n".join(shown) or _("nobody"),
        warns=view.is_vacant,
        more="\n".join((title, *(view.holders or (_("Nobody has this role yet."),)))),
    )


def cells(matrix: Matrix) -> CellOf:
    """What stands where a row and a role meet."""
    rows = {view.duty.place: view for view in matrix.rows}
    words = speech()

    def cell(row: Hashable, role: Hashable) -> MatrixCell:
        letters = rows[str(row)].letters.get(cast("Role", role), NOTHING)
        held = [letter for letter in Letter if letter in letters]
        said = "; ".join(words(responsibility_words.LETTERS[letter]) for letter in held)
        badges = tuple((responsibility_words.letter_of(letter, words), letter is Letter.ANSWERS) for letter in held)
        return MatrixCell(badges, words=said or _("nothing"))

    return cell


def meanings() -> dict[str, str]:
    """Typed characters that are printed letters: И in Russian is R, wherever its key is."""
    words = speech()
    return {responsibility_words.letter_of(letter, words).casefold(): letter.value for letter in Letter}
