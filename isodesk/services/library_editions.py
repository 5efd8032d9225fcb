"""A standard among its editions: what there is to say of it as a whole, and what becomes of each question in another one."""

from isodesk.catalog import editions
from isodesk.catalog.editions import QuestionChange
from isodesk.catalog.standard import Clause, Heading, Standard, in_language
from isodesk.i18n import LANGUAGES
from isodesk.services.library_shelf import Books
from isodesk.services.library_views import About, ChangeView, Comparison, DatedFact, ShelfEntry


def about(books: Books, standard: Standard, entry: ShelfEntry, language: str) -> About:
    """The standard as a whole."""
    spoken = {spoken for question in standard.questions.values() for spoken in question.texts}
    return About(
        entry=entry,
        title=standard.title(language),
        system=standard.system_name(language),
        languages=(*(own for own in LANGUAGES if own in spoken), *sorted(spoken - set(LANGUAGES))),
        editions=tuple(heading for heading in books.headings.values() if heading.family == standard.family),
        adoptions=tuple((adoption.designation, adoption.country) for adoption in standard.adoptions),
        amendments=tuple(
            (amendment.designation, DatedFact(amendment.published, in_language(amendment.about, language)))
            for amendment in standard.amendments
        ),
        transition=tuple(
            DatedFact(day.on, in_language(day.about, language), day.source, day.confidence)
            for day in standard.transition
        ),
        exclusion=standard.exclusion,
        leaving_out=in_language(standard.leaving_out, language),
        source=in_language(standard.sources, language) or standard.source,
        buy=standard.buy,
    )


def partner(books: Books, heading: Heading) -> str:
    """The standard that one would compare with first; "" where there is no other."""
    before = [heading.replaces] if heading.replaces in books.headings else []
    after = [other.key for other in books.headings.values() if other.replaces == heading.key]
    others = [other for other in books.headings if other != heading.key]
    return next(iter([*before, *after, *others]), "")


def compare(books: Books, old: Heading, new: Heading, language: str) -> Comparison:
    """What becomes of each question from one edition to another."""
    delta = editions.compare(books.standards[old.key], books.standards[new.key])
    return Comparison(
        old=old,
        new=new,
        changes=tuple(_change(change, delta.old, delta.new, language) for change in delta.questions),
        new_clauses=_named(delta.new_clauses, language),
        gone_clauses=_named(delta.gone_clauses, language),
    )


def _change(item: QuestionChange, old: Standard, new: Standard, language: str) -> ChangeView:
    return ChangeView(
        key=item.question.key,
        question=item.question.text(language).question,
        change=item.change,
        old=item.old,
        old_title=old.by_number[item.old].title(language) if item.old else "",
        new=item.new,
        new_title=new.by_number[item.new].title(language) if item.new else "",
    )


def _named(clauses: tuple[Clause, ...], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((clause.number, clause.title(language)) for clause in clauses)
