"""A card -> its picture: the site's mark and name, the page's name, and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ...views.share import Card
from .differing import draw_differing, placed
from .letters import Block, fitted
from .mark import Mark
from .sheet import HEIGHT, WIDTH, Box, Sheet
from .shown import bars_of_all, bars_of_two, names_of_all, names_of_two, week_of

EDGE = 64  # between what stands in a picture and its edges
INNER = WIDTH - 2 * EDGE
TOP = 52  # where mark and name of the site begin
SIDE = 756  # where the week begins
APART = 26  # between the name of a page and what follows
FOOT = HEIGHT - 84  # where the site's address begins
ABOVE_FOOT = 24  # between the address and what stands over it
BESIDE_MARK = 54  # from the start of the mark to the name
ROWS_OF_TWO = 300  # how high two levels with their bars are
OVER_ROWS = 88  # between a name and the bars, and under them
LEAST_OF_ALL = 290  # how high the bars of all levels are at least
FIRST = TOP + 72  # where what follows mark and name begins
OVER_LEAD, UNDER_LEAD = (
    8,
    24,
)  # between a name and its line, and from there to their ground's end
OVER_SHOWN, UNDER_SHOWN = 28, 36  # from that end to the levels, and under them
SMALL_MARK, LARGE_MARK = 40, 232
UP_TO_MARK = 140  # from the address up to the top of the large mark
LOWER = 16  # how much lower a name stands that is alone
WHOLE = Box(0, 0, WIDTH, HEIGHT)

# How high a name may be: the first that leaves its facts large enough.
HEIGHTS_OF_NAMES = (300, 230, 190, 150, 110, 80)
LARGE_ENOUGH = 30
NAMES = (104, 96, 88, 80, 74, 68, 62, 56, 50, 46, 42, 38, 34, 30, 26, 22)
WORDS = (46, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20)
BRAND = (36, 34, 32, 30, 28, 26, 24, 22, 20, 18)
ADDRESS = (28, 26, 24, 22, 20, 18, 16, 14)


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands below a name: how high it is at least, and how large the name may be; what finds
    room for the levels' names, and what draws the levels with them.
    """

    what: Any
    least: int
    sizes: tuple[int, ...]
    names: Callable[[Any, Box], list[Any]]
    draw: Callable[[Sheet, Any, list[Any], Box], None]


class Layout:
    """Draws one card. `mark` and `brand` are the site's, `address` where it stands. A site with a
    logo of its own has no mark.
    """

    def __init__(self, mark: Mark | None, brand: str, address: str):
        self.mark, self.brand, self.address = mark, brand, address

    def draw(self, card: Card, sheet: Sheet) -> None:
        """Draw a card on a sheet. A text that the fonts lack, or that no room holds, is left out,
        and what would then stand without its name.
        """
        if card.week:
            self._with_week(card, sheet)
        elif not self._with_shown(card, sheet):
            self._alone(card, sheet)

    def _with_week(self, card: Card, sheet: Sheet) -> None:
        """A name and facts, and a week at their end."""
        sheet.fill(WHOLE, "band")
        sheet.fill((SIDE, 0, WIDTH - SIDE, HEIGHT), "paper")
        week_of(sheet, card.week, Box(SIDE, 0, WIDTH - SIDE, HEIGHT))
        width = SIDE - EDGE - EDGE // 2
        top = self._headed(sheet, width)
        self._said(card, sheet, Box(EDGE, top, width, FOOT - ABOVE_FOOT - top))

    def _said(self, card: Card, sheet: Sheet, box: Box) -> None:
        """Write a name, as large as leaves its facts large enough, and under it facts and lead."""
        for high in HEIGHTS_OF_NAMES:
            name = fitted(card.title, "name", NAMES, (box.width, high))
            left = Box(
                box.x,
                box.y + name.height + APART,
                box.width,
                box.height - name.height - APART,
            )
            facts = _facts(card.facts, left)
            if name.lines and (
                not card.facts or (facts and facts[0].style.size >= LARGE_ENOUGH)
            ):
                break
        if not name.lines:
            return
        sheet.text(name, box.x, box.y, ("ink", "band"))
        lead = fitted(card.lead, "plain", WORDS[2:], left.size)
        sheet.text(lead, box.x, left.y, ("soft", "band"))
        top = left.y
        for block in facts:
            top = sheet.text(block, box.x, top, ("ink", "band")) + block.style.size // 3

    def _with_shown(self, card: Card, sheet: Sheet) -> bool:
        """A name above levels. Return whether there are any, with room for all of their names."""
        shown = _shown(card)
        if shown is None:
            return False
        room = HEIGHT - shown.least - FIRST - OVER_ROWS
        name = fitted(card.title, "name", shown.sizes, (INNER, room))
        left = (INNER, room - name.height - OVER_LEAD)
        lead = fitted(card.lead, "plain", WORDS[4:], left)
        high = FIRST + name.height + UNDER_LEAD
        if lead.lines:
            high += lead.height + OVER_LEAD
        top = high + OVER_SHOWN
        box = Box(EDGE, top, INNER, HEIGHT - top - UNDER_SHOWN)
        names = shown.names(shown.what, box)
        if not names:
            return False

        sheet.fill(WHOLE, "paper")
        sheet.fill((0, 0, WIDTH, high), "band")
        top = self._headed(sheet, INNER, beside=True)
        top = sheet.text(name, EDGE, top, ("ink", "band"))
        sheet.text(lead, EDGE, top + OVER_LEAD, ("soft", "band"))
        shown.draw(sheet, shown.what, names, box)
        return True

    def _alone(self, card: Card, sheet: Sheet) -> None:
        """A name and a line, and the mark large at their end."""
        sheet.fill(WHOLE, "band")
        start = WIDTH - EDGE - LARGE_MARK
        if self.mark:
            corner = (start, FOOT - UP_TO_MARK)
            sheet.mark(self.mark, corner, LARGE_MARK, ("accent-pale", "band"))
        width = start - EDGE - APART
        top = self._headed(sheet, width) + LOWER
        self._said(card, sheet, Box(EDGE, top, width, FOOT - ABOVE_FOOT - top))

    def _headed(self, sheet: Sheet, width: int, beside: bool = False) -> int:
        """Draw whose site it is: mark and name above all, the address at the bottom or `beside`
        them. Return where the next thing may begin.
        """
        taken = 0
        if self.mark:
            corner = (EDGE, TOP + 6)
            sheet.mark(self.mark, corner, SMALL_MARK, ("accent", "band"))
            taken = BESIDE_MARK
        name = fitted(self.brand, "name", BRAND, (width - taken, 48))
        sheet.text(name, EDGE + taken, TOP - 4, ("ink", "band"))
        room = width - taken - name.width - APART if beside else width
        address = fitted(self.address, "plain", ADDRESS, (room, 40))
        if beside:
            start = EDGE + width - address.width
            sheet.text(address, start, TOP + 2, ("soft", "band"))
        else:
            sheet.text(address, EDGE, FOOT, ("soft", "band"))
        return FIRST


def _shown(card: Card) -> Shown | None:
    """Return what a card shows of levels, if it does."""
    if card.differing:
        return Shown(card.differing, LEAST_OF_ALL, NAMES[9:], placed, draw_differing)
    if card.pair:
        return Shown(card.rows, ROWS_OF_TWO, NAMES[2:], names_of_two, bars_of_two)
    if card.rows:
        return Shown(card.rows, LEAST_OF_ALL, NAMES[5:], names_of_all, bars_of_all)
    return None


def _facts(facts: Sequence[str], box: Box) -> list[Block]:
    """Return facts one under the other, all in one size, the first of them strong; none where one
    has no room.
    """
    for size in WORDS:
        blocks = [
            fitted(fact, "plain" if place else "strong", (size,), box.size)
            for place, fact in enumerate(facts)
        ]
        high = sum(block.height + size // 3 for block in blocks) - size // 3
        if high <= box.height and all(block.lines for block in blocks):
            return blocks
    return []
