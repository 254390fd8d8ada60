"""A card -> its picture: the site's mark and name, the page's name, and what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from ...views.share import Card
from .letters import Block, can_draw, fitted
from .mark import Mark
from .sheet import HEIGHT, WIDTH, Box, Sheet
from .shown import bars_of_all, bars_of_two, week_of

EDGE = 64  # between what stands in a picture and its edges
INNER = WIDTH - 2 * EDGE
TOP = 52  # where mark and name of the site begin
SIDE = 756  # where the week begins
APART = 26  # between the name of a page and what follows
FOOT = HEIGHT - 84  # where the site's address begins
ABOVE_FOOT = 24  # between the address and what stands over it
BESIDE_MARK = 54  # from the start of the mark to the name
ROWS_OF_TWO = 300  # how high two levels with their bars are
LEAST_OF_ALL = 290  # how high the bars of all levels are at least
SMALL_MARK, LARGE_MARK = 40, 232
WHOLE = Box(0, 0, WIDTH, HEIGHT)

NAMES = (104, 96, 88, 80, 74, 68, 62, 56, 50, 46, 42, 38, 34, 30, 26, 22)
WORDS = (46, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20)
BRAND = (36, 34, 32, 30, 28, 26, 24, 22, 20, 18)
ADDRESS = (28, 26, 24, 22, 20, 18, 16, 14)


class Layout:
    """Draws one card. `mark` and `brand` are the site's, `address` where it stands."""

    def __init__(self, mark: Mark, brand: str, address: str):
        self.mark, self.brand, self.address = mark, brand, address

    def draw(self, card: Card, sheet: Sheet) -> None:
        """Draw a card on a sheet. Without letters where one of its words has none."""
        words = all(map(can_draw, card.words))
        if card.week:
            self._with_week(card, words, sheet)
        elif card.rows:
            self._with_rows(card, words, sheet)
        else:
            self._alone(card, words, sheet)

    def _with_week(self, card: Card, words: bool, sheet: Sheet) -> None:
        """A name and facts, and a week at their end."""
        sheet.fill(WHOLE, "band")
        sheet.fill((SIDE, 0, WIDTH - SIDE, HEIGHT), "paper")
        week_of(sheet, card.week, Box(SIDE, 0, WIDTH - SIDE, HEIGHT), words)
        width = SIDE - EDGE - EDGE // 2
        top = self._headed(sheet, width)
        if words:
            name = fitted(card.title, "name", NAMES, (width, 230))
            top = sheet.text(name, EDGE, top, ("ink", "band")) + APART
            self._facts(
                sheet, card.facts, Box(EDGE, top, width, FOOT - ABOVE_FOOT - top)
            )

    def _facts(self, sheet: Sheet, facts: Sequence[str], box: Box) -> None:
        """Write facts one under the other, the first of them strong."""
        for size in WORDS:
            blocks = [
                fitted(fact, "plain" if place else "strong", (size,), box.size)
                for place, fact in enumerate(facts)
            ]
            apart = size // 3
            high = sum(block.height + apart for block in blocks) - apart
            if high <= box.height and all(block.lines for block in blocks):
                break
        else:
            return
        top = box.y
        for block in blocks:
            top = sheet.text(block, box.x, top, ("ink", "band")) + apart

    def _with_rows(self, card: Card, words: bool, sheet: Sheet) -> None:
        """A name above the bars of levels."""
        least = ROWS_OF_TWO if card.pair else LEAST_OF_ALL
        name, lead = Block.none(), Block.none()
        room = HEIGHT - least - TOP - 72
        if words:
            sizes = NAMES[2:] if card.pair else NAMES[5:]
            name = fitted(card.title, "name", sizes, (INNER, room))
            left = room - name.height - 8
            lead = fitted(card.lead, "plain", WORDS[4:], (INNER, left))
        sheet.fill(WHOLE, "paper")
        high = TOP + 72 + name.height + (lead.height + 8 if lead.lines else 0) + 24
        sheet.fill((0, 0, WIDTH, high), "band")
        top = self._headed(sheet, INNER, beside=True)
        top = sheet.text(name, EDGE, top, ("ink", "band"))
        sheet.text(lead, EDGE, top + 8, ("soft", "band"))

        box = Box(EDGE, high + 28, INNER, HEIGHT - high - 28 - 36)
        draw = bars_of_two if card.pair else bars_of_all
        draw(sheet, card.rows, box, words)

    def _alone(self, card: Card, words: bool, sheet: Sheet) -> None:
        """A name and a line, and the mark large at their end."""
        sheet.fill(WHOLE, "band")
        start = WIDTH - EDGE - LARGE_MARK
        sheet.mark(self.mark, (start, FOOT - 140), LARGE_MARK, ("accent-pale", "band"))
        top = self._headed(sheet, INNER) + 16
        if words:
            width = start - EDGE - APART
            below = card.lead or card.facts
            name = fitted(card.title, "name", NAMES, (width, 300 if below else 400))
            top = sheet.text(name, EDGE, top, ("ink", "band")) + APART
            size = (width, FOOT - ABOVE_FOOT - top)
            lead = fitted(card.lead, "plain", WORDS[2:], size)
            sheet.text(lead, EDGE, top, ("soft", "band"))
            self._facts(sheet, card.facts, Box(EDGE, top, *size))

    def _headed(self, sheet: Sheet, width: int, beside: bool = False) -> int:
        """Draw whose site it is: mark and name above all, the address at the bottom or `beside`
        them. Return where the next thing may begin.
        """
        sheet.mark(self.mark, (EDGE, TOP + 6), SMALL_MARK, ("accent", "band"))
        name = self._own(self.brand, BRAND, (width - BESIDE_MARK, 48))
        sheet.text(name, EDGE + BESIDE_MARK, TOP - 4, ("ink", "band"))
        room = width - BESIDE_MARK - name.width - APART if beside else width
        address = self._own(self.address, ADDRESS, (room, 40), "plain")
        if beside:
            start = EDGE + width - address.width
            sheet.text(address, start, TOP + 2, ("soft", "band"))
        else:
            sheet.text(address, EDGE, FOOT, ("soft", "band"))
        return TOP + 72

    def _own(
        self, text: str, sizes: Sequence[int], size: tuple[int, int], face: str = "name"
    ) -> Block:
        """Return a text about the site, where it can be drawn."""
        return fitted(text, face, sizes, size) if can_draw(text) else Block.none()
