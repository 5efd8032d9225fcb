from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from isodesk.reports.pdf.flow import paginate
from isodesk.reports.pdf.pieces import Piece, gap, kept

HEIGHT = 100.0


def sizes(pieces: list[Piece]) -> list[list[float]]:
    return [[placed.piece.height for placed in page] for page in paginate(pieces, HEIGHT)]


def test_a_piece_that_does_not_fit_goes_on_whole() -> None:
    assert sizes([Piece(60), Piece(30), Piece(20)]) == [[60, 30], [20]]


def test_heads_repeat_on_each_page_and_once_per_table() -> None:
    first, second = Piece(10), Piece(11)
    rows = [Piece(40, repeat=first) for _ in range(3)] + [Piece(30, repeat=second)]
    assert sizes(rows) == [[10, 40, 40], [10, 40, 11, 30]]


def test_a_heading_goes_with_what_follows() -> None:
    assert sizes([Piece(80), Piece(10, keep=True), Piece(20)]) == [[80], [10, 20]]


def test_gaps_vanish_at_the_edges_of_pages() -> None:
    assert sizes([gap(5), Piece(96), gap(5), Piece(60), gap(60), Piece(60)]) == [[96], [60], [60]]


def test_a_page_break_makes_no_empty_page() -> None:
    new_page = Piece(0, new_page=True)
    assert sizes([new_page, Piece(10), new_page, new_page, gap(5), Piece(20), new_page]) == [[10], [20]]


def test_kept_pieces_stay_together_unless_a_page_cannot_hold_them() -> None:
    assert sizes([Piece(70), *kept([Piece(20), gap(2), Piece(20)], HEIGHT)]) == [[70], [20, 2, 20]]
    assert sizes([Piece(70), *kept([Piece(20), Piece(90)], HEIGHT)]) == [[70, 20], [90]]


PIECES = st.lists(
    st.builds(
        lambda height, keep, is_gap: replace(Piece(height, keep=keep and not is_gap), gap=is_gap),
        st.floats(min_value=1, max_value=HEIGHT),
        st.booleans(),
        st.booleans(),
    ),
    max_size=40,
)


@given(PIECES)
def test_pages_hold_every_piece_in_order_and_never_too_much(pieces: list[Piece]) -> None:
    pages = paginate(pieces, HEIGHT)
    placed = [item.piece for page in pages for item in page]
    assert [piece for piece in placed if not piece.gap] == [piece for piece in pieces if not piece.gap]
    for page in pages:
        assert not page or page[-1].top + page[-1].piece.height <= HEIGHT + 0.02
        assert not page or not page[0].piece.gap
