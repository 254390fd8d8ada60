"""The laws of range arithmetic, over closed, half-open and endless ranges."""

from __future__ import annotations

from math import inf, isinf

from continuum.model.span import Span
from hypothesis import given
from hypothesis import strategies as st

WHOLE = st.integers(0, 60)


@st.composite
def spans(draw) -> Span:
    """Return a range with whole ends: closed, open at its upper end, or endless; some are empty."""
    low, high = draw(WHOLE), draw(st.one_of(WHOLE, st.just(inf)))
    return Span(low, high, draw(st.booleans()))


def members(span: Span) -> set[float]:
    """Return the halves up to 80 that lie in a range: enough to tell any two ranges with whole ends
    apart.
    """
    return {half / 2 for half in range(160) if half / 2 in span}


@given(spans())
def test_an_endless_range_is_open(span):
    """Nothing is the largest number of an endless range."""
    assert span.open or not isinf(span.high)


@given(spans())
def test_empty_means_that_nothing_lies_in_it(span):
    """A range is empty exactly when it has no members."""
    assert span.empty == (not members(span))


@given(spans(), spans())
def test_containment_is_that_of_sets(a, b):
    """A range lies within another exactly when all its members do."""
    assert a.within(b) == (members(a) <= members(b))


@given(spans(), spans())
def test_overlap_is_that_of_sets(a, b):
    """Two ranges overlap exactly when they share a member, whichever is named first."""
    assert a.overlaps(b) == b.overlaps(a) == bool(members(a) & members(b))


@given(spans(), spans(), spans())
def test_containment_is_an_order(a, b, c):
    """Containment is reflexive and transitive, and two ranges that contain each other have the same
    members.
    """
    assert a.within(a)
    assert not (a.within(b) and b.within(c)) or a.within(c)
    assert not (a.within(b) and b.within(a)) or members(a) == members(b)


@given(spans(), spans())
def test_a_gap_holds_the_whole_numbers_between(a, b):
    """The gap under a range that starts later is every whole number over the first and under the
    second.
    """
    if a.empty or b.empty or a.overlaps(b) or b.low < a.low:
        return
    between = {
        n for n in range(120) if n not in a and n not in b and a.low <= n < b.low
    }
    gap = a.gap(b)
    assert (set(range(gap[0], gap[1] + 1)) if gap else set()) == between


def test_nine_to_nineteen_meets_twenty_or_more():
    """Whole hours are counted: 9 to 19 and 20 or more leave nothing between them, and neither do
    under 9 and 9.
    """
    assert Span(9, 19).gap(Span(20)) is None
    assert Span(0, 9, True).gap(Span(9, 19)) is None
    assert Span(9, 19).gap(Span(25)) == (20, 24)
    assert Span(0, 9).overlaps(Span(9, 19)) and not Span(0, 9, True).overlaps(
        Span(9, 19)
    )


@given(spans(), spans())
def test_products_lie_in_the_product_range(a, b):
    """The product of two members is a member of the product of their ranges, and the order does not
    matter.
    """
    if a.empty or b.empty:
        return
    product = a.times(b)
    assert product == b.times(a)
    for x in sorted(members(a))[:6]:
        for y in sorted(members(b))[:6]:
            assert x * y in product


@given(spans(), spans())
def test_the_ends_of_a_product_are_made_from_ends(a, b):
    """The product range is no wider than it must be: its ends are products of the factors' ends."""
    if a.empty or b.empty:
        return
    product = a.times(b)
    assert product.low == a.low * b.low
    if 0 in (a.high, b.high):
        assert product.high == 0 and not product.open
    else:
        assert (product.high, product.open) == (a.high * b.high, a.open or b.open)


@given(spans())
def test_one_times_a_range_is_the_range(span):
    """Once a week changes nothing."""
    assert Span(1, 1).times(span) == (span if span.high else Span(span.low, 0))


@given(spans(), WHOLE)
def test_a_cap_keeps_what_is_under_it(span, top):
    """Capping keeps exactly the members that are not over the top."""
    if span.low <= top:
        assert members(span.capped(top)) == {n for n in members(span) if n <= top}


@given(spans(), spans())
def test_a_range_reaches_what_lies_within_it(a, b):
    """Both ends of a range can be met from any range that contains it; an end outside cannot be
    met.
    """
    if b.empty:
        return
    if b.within(a):
        assert a.reaches(b)
    if b.low not in a:
        assert not a.reaches(b)
    if not isinf(b.high) and b.high > a.high:
        assert not a.reaches(b)
