"""Puts into words what a card says of a question, a document or a clause: contents in the language of reading, headings in
that of the window."""

from isodesk import wording
from isodesk.catalog.standard import Confidence
from isodesk.domain.conformity import EffortSize
from isodesk.services.library import Library
from isodesk.services.library_views import DocumentView, Kinship, Reading, Spot, Use
from isodesk.ui.library import words
from isodesk.ui.library.card import CardContent, Entry, Group
from isodesk.ui.speech import _, plural


def of_question(library: Library, key: str, language: str, standard: str = "") -> CardContent:
    """A question as it is read in a standard. Raises NotFound."""
    reading = library.question(key, language, standard)
    kin = library.kin(reading.spot.standard, reading.spot.clause, language)
    asked = frozenset((use.spot.standard, use.spot.clause) for use in reading.uses)
    return CardContent(
        place=_named(reading.spot),
        title=reading.question,
        facts=_facts(reading),
        parts=(
            (_("Why it matters"), reading.why),
            (_("What the auditor wants to see"), "\n".join(f"– {line}" for line in reading.look_for)),
            (_("Example"), reading.example),
            (_("What to do about a gap"), reading.action),
        ),
        groups=(_uses(reading), *_kin(kin, asked)),
    )


def of_document(document: DocumentView) -> CardContent:
    """A document or record that a standard asks for."""
    facts = [_(words.NEED_HINT[document.need]), _(words.DOCUMENT_KIND_HINT[document.kind])]
    if document.confidence is not Confidence.HIGH:
        facts.append(_("how sure we are: {sure}").format(sure=_(words.CONFIDENCE[document.confidence])))
    groups = [Group(_("Where the standard speaks of it"), (Entry(document.spot),))]
    if document.also:
        also = tuple(Entry(spot) for spot in document.also)
        groups.append(Group(_("One paper can serve these standards too"), also))
    return CardContent(
        place=f"{document.spot.designation}",
        title=document.name,
        facts=". ".join(facts) + ".",
        parts=((_("What the firm gets from it"), document.why),),
        groups=tuple(groups),
    )


def of_clause(library: Library, spot: Spot, language: str) -> CardContent:
    """A clause by itself: how much it asks, and where other standards speak of the same."""
    asked = len(library.questions(spot.standard, spot.clause, language))
    kin = library.kin(spot.standard, spot.clause, language) if spot.clause else ()
    return CardContent(
        place=words.place_of(spot) if spot.clause else spot.designation,
        title=spot.title,
        facts=plural("{count} question", "{count} questions", asked) if asked else _("Nothing is asked here."),
        groups=_kin(kin, frozenset()),
    )


def _named(spot: Spot) -> str:
    return f"{words.place_of(spot)}  {spot.title}".rstrip()


def _facts(reading: Reading) -> str:
    hours = plural("{count} hour", "{count} hours", reading.effort)
    return "  ·  ".join(
        (
            _("Importance: {importance}").format(importance=_(wording.IMPORTANCE[reading.importance]).lower()),
            _("Who acts: {role}").format(role=_(wording.ROLE[reading.role])),
            _("Closing the gap: {hours} ({size})").format(hours=hours, size=EffortSize.of(reading.effort).value),
        )
    )


def _uses(reading: Reading) -> Group:
    heading = _("Counts for")
    if len(reading.uses) == 1:
        return Group(heading, (_use(reading, reading.uses[0]),), _("No other standard here asks this."))
    return Group(heading, tuple(_use(reading, use) for use in reading.uses))


def _use(reading: Reading, use: Use) -> Entry:
    is_here = (use.spot.standard, use.spot.clause) == (reading.spot.standard, reading.spot.clause)
    return Entry(use.spot, use.focus, is_here)


def _kin(kin: tuple[Kinship, ...], known: frozenset[tuple[str, str]]) -> tuple[Group, ...]:
    """What the question's own places have not said already."""
    groups = []
    for theme in kin:
        spots = [spot for spot in theme.spots if (spot.standard, spot.clause) not in known]
        if spots:
            heading = _("The same subject elsewhere: {theme}").format(theme=theme.theme)
            groups.append(Group(heading, tuple(Entry(spot) for spot in spots)))
    return tuple(groups)
