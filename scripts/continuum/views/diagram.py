"""Content -> the plain numbers that an SVG template places. Lengths are in units of the picture's own view box."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil, isinf
from unicodedata import east_asian_width

from ..model.level import Level
from .speaking import Speaker

NARROW = set("iljtfrI.,:;'|!()[]’ -")
BROAD = set("mwMW@%—")
AXIS_STEPS = (1, 2, 5, 10, 20, 40)
MOST_LANES = 6
BAR = 16  # the height of a bar


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text. `x` is where they start in the reading direction, `y` the baseline of the first line."""

    x: float
    y: float
    lines: tuple[str, ...]
    kind: str
    leading: float = 17


@dataclass(frozen=True, slots=True)
class Bar:
    """A range to scale. `path` is its outline; `kind` is `hours`, `night` or `unknown`."""

    kind: str
    path: str


@dataclass(slots=True)
class Row:
    """One level: where its dot, its texts, its bars and its signs stand."""

    level: Level
    top: float
    height: float
    dot: tuple[float, float]
    spoken: str
    name: list[Text] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    signs: list[tuple[str, float, float]] = field(default_factory=list)
    grades: list[tuple[float, float, bool]] = field(default_factory=list)


@dataclass(slots=True)
class Pill:
    """Something beside the levels."""

    level: Level
    x: float
    y: float
    width: float
    text: Text


@dataclass(slots=True)
class Form:
    """One form of the picture, wide or narrow."""

    kind: str
    width: float
    height: float = 0
    rows: list[Row] = field(default_factory=list)
    ticks: list[tuple[float, str]] = field(default_factory=list)
    axis: tuple[float, float, float, float] = (0, 0, 0, 0)
    heads: list[Text] = field(default_factory=list)
    lanes: list[str] = field(default_factory=list)
    tips: list[str] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    band: tuple[float, float, float, float] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Diagram:
    """The line of levels: its two forms, and the same in words."""

    forms: tuple[Form, ...]
    sentences: tuple[tuple[Level, tuple[str, ...]], ...]


def continuum_diagram(views: Speaker, alone: bool = False) -> Diagram:
    """Return the picture of the line of levels: both forms, or only the wide one where the picture stands alone."""
    forms = (_wide(views),) if alone else (_wide(views), _narrow(views))
    return Diagram(
        forms,
        tuple(
            (level, _sentences(views, level)) for level in views.content.line_of_levels
        ),
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """Small bars of hours a week for every level, all `width` by `height`; the scale runs from 0 to `end`."""

    width: float
    height: float
    end: str
    bars: dict[str, list[Bar]]


def small_bars(views: Speaker) -> Scale:
    """Return the bars of the line of levels, one level at a time, for places where levels stand in a list."""
    width, (end, _) = 240, _axis(views)
    canvas = _Canvas(width, views.content.direction == "rtl")
    bars = {
        level.id: _bars(views, canvas, level, 0, 0, width, end)[0]
        for level in views.content.levels
    }
    return Scale(width, BAR, views.phrases.number(end), bars)


def text_width(text: str, size: float) -> float:
    """Return a generous estimate of how wide a text will be, since the reader's own fonts draw it."""
    units = 0.0
    for sign in text:
        if sign in NARROW:
            units += 0.32
        elif sign in BROAD:
            units += 0.9
        elif east_asian_width(sign) in "WF":
            units += 1.02
        else:
            units += 0.68 if sign.isupper() else 0.56
    return units * size


def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text in lines that fit; a word too long for a line is cut between letters."""
    lines, line = [], ""
    for word in text.split():
        while text_width(word, size) > width and len(word) > 1:
            cut = next(
                (
                    end
                    for end in range(len(word) - 1, 0, -1)
                    if text_width(word[:end], size) <= width
                ),
                1,
            )
            if line:
                lines.append(line)
                line = ""
            lines.append(word[:cut])
            word = word[cut:]
        longer = f"{line} {word}".strip()
        if text_width(longer, size) <= width:
            line = longer
        else:
            lines.append(line)
            line = word
    return tuple([*lines, line] if line else lines) or ("",)


class _Canvas:
    """Places things along the reading direction, so that a right-to-left picture is the mirror of the other."""

    def __init__(self, width: float, rtl: bool):
        self.width, self.rtl = width, rtl

    def x(self, x: float) -> float:
        return round(self.width - x if self.rtl else x, 1)

    def box(
        self, x: float, y: float, width: float, height: float
    ) -> tuple[float, float, float, float]:
        return (
            self.x(x + width) if self.rtl else round(x, 1),
            round(y, 1),
            round(width, 1),
            round(height, 1),
        )

    def bar(self, x: float, y: float, width: float, height: float, arrow: bool) -> str:
        tip = min(9, width) if arrow else 0
        a, b, c = self.x(x), self.x(x + width - tip), self.x(x + width)
        if arrow:
            return f"M{a} {y}H{b}L{c} {y + height / 2}L{b} {y + height}H{a}Z"
        return f"M{a} {y}H{b}V{y + height}H{a}Z"


def _axis(views: Speaker) -> tuple[float, float]:
    """Return the end of the axis in hours a week, and the distance between its ticks."""
    ends = [0.0]
    for level in views.content.line_of_levels:
        for _, claim in views.headlines(level, "hours_per_week")[:1]:
            ends += [end for end in (claim.span.low, claim.span.high) if not isinf(end)]
    most = max(ends) or 10
    end = most * 1.5
    step = next((step for step in AXIS_STEPS if end / step <= 4), 60)
    return min(ceil(end / step) * step, 168), step


def _lanes(views: Speaker) -> list[tuple[int, int, int]]:
    """Return each step between two levels as (lane, upper row, lower row); steps that would cross stand in other lanes."""
    order = {
        level.id: index for index, level in enumerate(views.content.line_of_levels)
    }
    spans = {
        tuple(sorted((order[level.id], order[step.to])))
        for level in views.content.line_of_levels
        for step in (*level.steps_up, *level.steps_down)
        if step.to in order
    }
    placed: list[tuple[int, int, int]] = []
    for low, high in sorted(spans, key=lambda span: (span[1] - span[0], span)):
        if high - low == 1:
            placed.append((0, low, high))
            continue
        taken = {
            lane for lane, start, end in placed if lane and start < high and low < end
        }
        lane = next(lane for lane in range(1, len(placed) + 2) if lane not in taken)
        if lane <= MOST_LANES:
            placed.append((lane, low, high))
    return placed


def _bars(
    views: Speaker,
    canvas: _Canvas,
    level: Level,
    x: float,
    y: float,
    width: float,
    end: float,
) -> tuple[list[Bar], str]:
    """Return a level's bars and the words over them."""
    w, height = views.phrases, BAR
    known = views.headlines(level, "hours_per_week")
    claim = known[0][1] if known else None
    lives_in = level.sleep.where in ("residence", "hospital")
    bars = []
    if lives_in:
        bars.append(Bar("night", canvas.bar(x, y, width, height, False)))
    elif claim is None:
        bars.append(Bar("unknown", canvas.bar(x, y, width, height, False)))
    if claim:
        low = x + width * min(claim.span.low / end, 1)
        high = x + width * (
            1 if isinf(claim.span.high) else min(claim.span.high / end, 1)
        )
        inset = 4 if lives_in else 0
        bars.append(
            Bar(
                "hours",
                canvas.bar(
                    round(low, 1),
                    y + inset,
                    round(max(high - low, 3), 1),
                    height - 2 * inset,
                    isinf(claim.span.high),
                ),
            )
        )
    if lives_in:
        amount = (
            w("continuum.live_in_hours", amount=w.amount("hours_per_week", claim))
            if claim
            else ""
        )
        return bars, ", ".join(
            part for part in (w("continuum.live_in"), amount) if part
        )
    return bars, w.amount("hours_per_week", claim) if claim else w("continuum.unknown")


def _draw_lanes(
    form: Form, canvas: _Canvas, views: Speaker, spine: float, gap: float
) -> None:
    """Join the dots of levels that have a step between them; each line has a tip at both ends."""
    for lane, low, high in _lanes(views):
        top, bottom = form.rows[low].dot[1], form.rows[high].dot[1]
        if lane == 0:
            x = canvas.x(spine)
            form.lanes.append(f"M{x} {top + 7}V{bottom - 7}")
            form.tips += [
                f"M{x - 3.5} {top + 12}L{x} {top + 7}L{x + 3.5} {top + 12}",
                f"M{x - 3.5} {bottom - 12}L{x} {bottom - 7}L{x + 3.5} {bottom - 12}",
            ]
            continue
        near, far, sign = (
            canvas.x(spine - 7),
            canvas.x(spine - 7 - lane * gap),
            -1 if canvas.rtl else 1,
        )
        start, stop = top + 3, bottom - 3
        bend = min(6, gap)
        form.lanes.append(
            f"M{near} {start}H{far + sign * bend}Q{far} {start} {far} {start + bend}V{stop - bend}Q{far} {stop} {far + sign * bend} {stop}H{near}"
        )
        form.tips += [
            f"M{near - sign * 5} {y - 3.5}L{near} {y}L{near - sign * 5} {y + 3.5}"
            for y in (start, stop)
        ]


def _pills(
    form: Form, canvas: _Canvas, views: Speaker, left: float, top: float
) -> float:
    """Lay what stands beside the levels in lines of pills. Returns where the last line ends."""
    x, y = left, top
    for level in views.content.alongside:
        lines = wrap(level.short, 16, form.width - left - 40)  # bold
        width = max(text_width(line, 16) for line in lines) + 26
        if x + width > form.width - 12 and x > left:
            x, y = left, y + 40
        box = canvas.box(x, y, width, 12 + 18 * len(lines))
        form.pills.append(
            Pill(
                level,
                box[0],
                box[1],
                box[2],
                Text(canvas.x(x + 13), y + 20, lines, "pill", 18),
            )
        )
        x += width + 10
        y += 18 * (len(lines) - 1)
    return y + 34


def _wide(views: Speaker) -> Form:
    """Return the wide form: a row for each level, with columns for hours, sleep and medical backup."""
    w, line = views.phrases, views.content.line_of_levels
    form = Form("wide", 1000)
    canvas = _Canvas(form.width, views.content.direction == "rtl")
    lanes = max((lane for lane, _, _ in _lanes(views)), default=0)
    spine = 20 + lanes * 10
    name_x, bar_x, bar_width, sleep_x, medical_x = (
        spine + 24,
        318 + lanes * 4,
        350 - lanes * 4,
        700,
        850,
    )
    end, step = _axis(views)
    y = 66
    form.heads = [
        Text(canvas.x(bar_x), 24, (w("continuum.axis"),), "head"),
        Text(canvas.x(sleep_x), 24, wrap(w("level.sleep"), 14, 140), "head"),
        Text(canvas.x(medical_x), 24, wrap(w("level.medical"), 14, 148), "head"),
        Text(canvas.x(name_x), 24, (w("continuum.less"),), "end"),
    ]
    total = len(views.supervision)
    for level in line:
        names = wrap(level.short, 18.5, bar_x - name_x - 16)  # bold
        under = wrap(level.name, 13, bar_x - name_x - 14) if level.acronym else ()
        grade = wrap(
            views.supervision[level.medical.grade].name, 13, form.width - medical_x - 10
        )
        sleeps = wrap(w(f"sleep.{level.sleep.where}"), 14, medical_x - sleep_x - 40)
        height = max(
            20 * len(names) + 17 * len(under) + 16, 64, 26 + 17 * len(grade) + 12
        )
        middle = y + height / 2
        row = Row(
            level,
            y,
            height,
            (canvas.x(spine), y + 24),
            _row(views, level, _shown_name(level)),
        )
        row.name.append(Text(canvas.x(name_x), y + 29, names, "name", 20))
        if under:
            row.name.append(
                Text(canvas.x(name_x), y + 29 + 20 * len(names), under, "sub")
            )
        row.bars, label = _bars(views, canvas, level, bar_x, y + 32, bar_width, end)
        row.texts.append(
            Text(
                canvas.x(bar_x + _label_start(views, level, bar_width, end, label)),
                y + 24,
                (label,),
                "note",
            )
        )
        row.signs.append(
            (
                level.sleep.where,
                canvas.box(sleep_x, middle - 12, 24, 24)[0],
                middle - 12,
            )
        )
        row.texts.append(
            Text(
                canvas.x(sleep_x + 32),
                middle + 5 - 8 * (len(sleeps) - 1),
                sleeps,
                "note",
            )
        )
        rank = views.rank[level.medical.grade]
        start = middle - 8 - 8 * (len(grade) - 1)
        row.grades = [
            (canvas.x(medical_x + 5 + dot * 14), start, dot < rank)
            for dot in range(total - 1)
        ]
        row.texts.append(Text(canvas.x(medical_x), start + 22, grade, "note"))
        form.rows.append(row)
        y += height
    form.axis = (canvas.x(bar_x), 60, canvas.x(bar_x + bar_width), y)
    form.ticks = [
        (canvas.x(bar_x + bar_width * value / end), w.number(value))
        for value in range(0, int(end) + 1, int(step))
    ]
    form.heads.append(Text(canvas.x(name_x), y + 22, (w("continuum.more"),), "end"))
    _draw_lanes(form, canvas, views, spine, 10)
    y += 40
    if views.content.alongside:
        top = y
        form.heads.append(Text(canvas.x(24), y + 28, (w("continuum.beside"),), "head"))
        y = _pills(form, canvas, views, 24, y + 44) + 14
        form.band = canvas.box(2, top, form.width - 4, y - top)
    form.height = ceil(y + 4)
    return form


def _label_start(
    views: Speaker, level: Level, width: float, end: float, label: str
) -> float:
    """Return where a bar's words start: at the bar, or further back if they would not fit."""
    known = views.headlines(level, "hours_per_week")
    low = (
        0
        if level.sleep.where in ("residence", "hospital") or not known
        else known[0][1].span.low
    )
    return max(0, min(width * min(low / end, 1), width - text_width(label, 14)))


def _narrow(views: Speaker) -> Form:
    """Return the narrow form: a block for each level, its bar across the whole width."""
    w = views.phrases
    form = Form("narrow", 340)
    canvas = _Canvas(form.width, views.content.direction == "rtl")
    end, step = _axis(views)
    lanes = max((lane for lane, _, _ in _lanes(views)), default=0)
    gap = 6
    spine = 12 + lanes * gap
    left = spine + 16
    width = form.width - left - 16
    y = 72
    form.heads = [
        Text(canvas.x(left), 18, (w("continuum.less"),), "end"),
        Text(canvas.x(left), 40, (w("continuum.axis"),), "head"),
    ]
    for level in views.content.line_of_levels:
        names = wrap(level.short, 18.5, width)  # bold
        under = wrap(level.name, 13, width) if level.acronym else ()
        row = Row(
            level,
            y,
            0,
            (canvas.x(spine), y + 14),
            _row(views, level, _shown_name(level)),
        )
        row.name.append(Text(canvas.x(left), y + 20, names, "name", 20))
        at = y + 20 + 20 * (len(names) - 1)
        if under:
            at += 18
            row.name.append(Text(canvas.x(left), at, under, "sub"))
            at += 17 * (len(under) - 1)
        _, label = _bars(views, canvas, level, left, at, width, end)
        labels = wrap(label, 14, width)
        row.texts.append(Text(canvas.x(left), at + 22, labels, "note"))
        at += 22 + 17 * (len(labels) - 1)
        row.bars, _ = _bars(views, canvas, level, left, at + 8, width, end)
        at += 30
        row.signs.append(
            (level.sleep.where, canvas.box(left, at + 2, 20, 20)[0], at + 2)
        )
        sleeps = wrap(w(f"sleep.{level.sleep.where}"), 14, width - 30)
        row.texts.append(Text(canvas.x(left + 28), at + 17, sleeps, "note"))
        at += 17 * len(sleeps) + 6
        grade = wrap(views.supervision[level.medical.grade].name, 14, width - 30)
        row.signs.append(("medical", canvas.box(left, at + 2, 20, 20)[0], at + 2))
        row.texts.append(Text(canvas.x(left + 28), at + 17, grade, "note"))
        at += 17 * len(grade) + 16
        row.height = at - y
        form.rows.append(row)
        y = at
    form.axis = (canvas.x(left), 68, canvas.x(left + width), y)
    form.ticks = [
        (canvas.x(left + width * value / end), w.number(value))
        for value in range(0, int(end) + 1, int(step))
    ]
    form.heads.append(Text(canvas.x(left), y + 18, (w("continuum.more"),), "end"))
    _draw_lanes(form, canvas, views, spine, gap)
    y += 36
    if views.content.alongside:
        top = y
        heads = wrap(w("continuum.beside"), 14, form.width - 40)
        form.heads.append(Text(canvas.x(16), y + 26, heads, "head"))
        y = _pills(form, canvas, views, 16, y + 24 + 18 * len(heads)) + 14
        form.band = canvas.box(2, top, form.width - 4, y - top)
    form.height = ceil(y + 4)
    return form


def _sentences(views: Speaker, level: Level) -> tuple[str, ...]:
    """Return what the picture says about a level, in words."""
    w, rest = views.phrases, []
    for name, steps in (
        ("continuum.up", level.steps_up),
        ("continuum.down", level.steps_down),
    ):
        if steps:
            rest.append(
                w(name, names=w.list([views.levels[step.to].short for step in steps]))
            )
    return (_row(views, level, views.name(level)), *rest)


def _shown_name(level: Level) -> str:
    """Return a level's name as its row shows it, so that who speaks what they see reaches the link."""
    return f"{level.short} {level.name}" if level.acronym else level.name


def _row(views: Speaker, level: Level, name: str) -> str:
    """Return a row of the picture as a sentence."""
    w = views.phrases
    known = views.headlines(level, "hours_per_week")
    amount = w.amount("hours_per_week", known[0][1]) if known else ""
    grade = views.supervision[level.medical.grade].name
    sleep = w(f"sleep.{level.sleep.where}")
    if level.sleep.where in ("residence", "hospital"):
        hours = f", {w('continuum.live_in_hours', amount=amount)}" if amount else ""
        return w(
            "continuum.row_live_in", name=name, hours=hours, sleep=sleep, medical=grade
        )
    return w(
        "continuum.row",
        name=name,
        hours=amount or w("continuum.unknown"),
        sleep=sleep,
        medical=grade,
    )
