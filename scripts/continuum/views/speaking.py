"""Content -> the words and rows that templates show. What a template would have to compute stands here."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import combinations

from ..language.borrowed import by_id, fill, resolve
from ..language.grade import Reading
from ..language.phrases import Phrases
from ..model.base import AUDIENCES, FIGURES, Review, Sourced
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Answer, Level
from ..model.site import Contact, Danger, Help, Word
from ..settings import Publication
from .weeks import Week, blocks, example_weeks, lives_in

PARTS = (
    "core",
    "referral",
    "may",
)  # how much a service belongs to a level, in the order in which pages say it
SCHEMES = {"call": "tel:", "tty": "tel:", "text": "sms:", "chat": "", "web": ""}


@dataclass(slots=True)
class Citations:
    """The sources of one page, numbered in the order in which the page first names them."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """Return the number of a source on this page."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer: the words, smaller lines under them, and what backs them."""

    text: str
    small: tuple[str, ...] = ()
    whose: str = ""
    sourced: tuple[Sourced, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One question of the matrix, and how each level answers it."""

    id: str
    question: str
    cell: Callable[[Level], Cell]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One published number as "Why do the numbers differ?" shows it."""

    whose: str
    about: str
    who: str
    number: str
    counts: str
    note: str
    headline: bool
    claim: Claim


@dataclass(frozen=True, slots=True)
class Sentence:
    """A generated sentence and the facts behind it."""

    text: str
    sourced: tuple[Sourced, ...] = ()


@dataclass(frozen=True, slots=True)
class Graded:
    """One page in the list of reading grades; without an address it stands for many."""

    title: str
    address: str | None
    grade: str
    known: str
    words: str
    review: Review


@dataclass(frozen=True, slots=True)
class Pair:
    """Two levels side by side, the one with less care first."""

    a: Level
    b: Level
    differences: tuple[Sentence, ...]
    same: tuple[Sentence, ...]
    moves: tuple[tuple[Level, Level, str, Sourced], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of an example week: the number and its unit, and a block for each hour, as (top, height) from 0 to 100."""

    number: str
    unit: str
    blocks: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class WeekView:
    """A level's week: examples with their seven days, or in words what is known; then the nights. `lives_in`: both are spent there."""

    examples: tuple[tuple[str, tuple[Day, ...]], ...]
    instead: str
    nights: str
    lives_in: bool


def together(reviews: Iterable[Review]) -> Review:
    """Return one review for what several reviews cover: the oldest check, the first one due, and a clinician only where all have one."""
    found = sorted(
        reviews, key=lambda review: (review.state, review.checked), reverse=True
    )
    dates = {
        "checked": min(review.checked for review in found),
        "next": min(review.next for review in found),
    }
    by = ", ".join(dict.fromkeys(review.by for review in found if review.by)) or None
    return found[0].model_copy(
        update=dates | ({"by": by} if found[0].state == "clinician" else {})
    )


class Speaker:
    """Everything that templates say, worked out from one Content in one language."""

    def __init__(self, content: Content, phrases: Phrases, publication: Publication):
        self.content, self.phrases = content, phrases
        self.publication = publication
        self.levels, self.help = by_id(content)
        self.sources = {source.id: source for source in content.sources}
        self.authorities = {
            authority.id: authority for authority in content.authorities
        }
        self.supervision = {grade.id: grade for grade in content.supervision}
        self.rank = {
            grade.id: position for position, grade in enumerate(content.supervision)
        }
        self.services = {service.id: service for service in content.services}
        self.position = {level.id: index for index, level in enumerate(content.levels)}
        self.show = cache(self._show)
        self.cells: dict[tuple[str, str], Cell] = {}

    # Texts

    def text(self, text: str) -> str:
        """Return a text of the file with its borrowed numbers filled in."""
        return fill(text, self.show)

    def _show(self, name: str) -> str:
        found = resolve(name, self.levels, self.help)
        if found.help:
            return found.help.contacts[0].value
        if found.end:
            claim = found.claim
            return self.phrases.number(
                claim.min
                if found.end == "min"
                else claim.under
                if claim.max is None
                else claim.max
            )
        return self.phrases.amount(found.figure, found.claim)

    @cached_property
    def review_of_all(self) -> Review:
        """The review of what says something of every level: that of the file and of each level."""
        return together(
            [self.content.review, *(level.review for level in self.content.levels)]
        )

    def overdue(self, review: Review) -> str:
        """Return what readers must know of a check that is overdue on the day of the build, else nothing."""
        if self.publication.today is None or not review.overdue(self.publication.today):
            return ""
        return self.phrases("page.overdue", day=self.phrases.day(review.next))

    def next_check(self, review: Review) -> str:
        """Return the day of the next check, for a table."""
        day = self.phrases.day(review.next)
        return self.phrases("quality.overdue", day=day) if self.overdue(review) else day

    def name(self, level: Level) -> str:
        """Return a level's plain name with its letters: "Intensive outpatient (IOP)"."""
        return f"{level.name} ({level.acronym})" if level.acronym else level.name

    def called(self, level: Level) -> str:
        """Return a level's short name for the middle of a sentence."""
        return level.acronym or _lower(level.name)

    def pair_title(self, a: Level, b: Level) -> str:
        """Return the question that a comparison answers."""
        return _upper(self.phrases("compare.pair", a=self.called(a), b=self.called(b)))

    def edit(self, line: int) -> str:
        """Return the address that opens `levels.yaml` at a line."""
        return f"{self.publication.edit}#L{line}" if self.publication.edit else ""

    def basis(self, sourced: Sourced) -> str:
        """Return how we know a fact that we did not read ourselves: for a number, and for one source, with whose words they are."""
        if sourced.basis == "confirmed" or not sourced.sources:
            return ""
        names = list(
            dict.fromkeys(self.sources[source].publisher for source in sourced.sources)
        )
        if len(names) > 1 and not isinstance(sourced, Claim):
            return self.phrases(f"basis.{sourced.basis}_many")
        return self.phrases(f"basis.{sourced.basis}", who=self.phrases.list(names))

    # Figures

    def headlines(self, level: Level, figure: str) -> list[tuple[str, Claim]]:
        """Return the headline for each audience; one entry where the same claim serves all, or only one is known."""
        found = [(audience, level.headline(figure, audience)) for audience in AUDIENCES]
        known = [(audience, claim) for audience, claim in found if claim]
        return known[:1] if len({id(claim) for _, claim in known}) < 2 else known

    def figure(self, level: Level, figure: str) -> Cell:
        """Return a figure for tables: the adults' headline, the teens' under it, and whose number it is."""
        known = self.headlines(level, figure)
        if not known:
            return Cell(self.phrases("level.no_number"))
        (audience, first), rest = known[0], known[1:]
        text = _upper(self.phrases.amount(figure, first))
        if audience != AUDIENCES[0]:
            text = self.phrases("level.teens", amount=text)
        small = [
            self.phrases("level.teens", amount=self.phrases.amount(figure, claim))
            for _, claim in rest
        ]
        small += [first.counts] if first.counts else []
        if first.who == AUDIENCES[0]:
            small[:1] = [
                self.phrases(
                    "level.for_adults",
                    more="".join(f" {_upper(line)}" for line in small[:1]),
                )
            ]
        claims = tuple(claim for _, claim in known)
        whose = self.phrases.list(
            list(
                dict.fromkeys(
                    ", ".join(
                        filter(
                            None,
                            (self.authorities[claim.whose].name, self.basis(claim)),
                        )
                    )
                    for claim in claims
                )
            )
        )
        return Cell(text, tuple(small), whose, claims)

    def unknown(self, level: Level) -> str:
        """Return the names of the figures for which this level has no number; nothing where it has all."""
        names = [
            self.phrases(f"level.{figure}")
            for figure in FIGURES
            if not self.headlines(level, figure)
        ]
        return _upper(self.phrases.list([_lower(name) for name in names]))

    def claims(self, level: Level) -> Iterator[tuple[str, list[ClaimRow]]]:
        """Yield each figure that has claims, with all of them, the headlines first."""
        for figure in FIGURES:
            rows = [self._claim(level, figure, claim) for claim in level.figure(figure)]
            if rows:
                yield figure, sorted(rows, key=lambda row: not row.headline)

    def _claim(self, level: Level, figure: str, claim: Claim) -> ClaimRow:
        whose = self.authorities[claim.whose]
        number = self.phrases.amount(figure, claim)
        return ClaimRow(
            whose.name,
            whose.about,
            self.phrases(f"who.{claim.who}"),
            number,
            claim.counts or "",
            claim.note or "",
            claim.headline,
            claim,
        )

    # The matrix

    @cached_property
    def rows(self) -> list[Row]:
        """The readers' questions, in order."""
        ask = self.phrases
        rows = [
            Row(
                "what",
                ask("levels.what"),
                lambda level: Cell(self.text(level.in_a_line)),
            )
        ]
        rows.append(
            Row(
                "sleep",
                ask("levels.sleep"),
                lambda level: Cell(self.text(level.sleep.text), sourced=(level.sleep,)),
            )
        )
        rows += [
            Row(figure, ask(f"levels.{figure}"), self._figure_of(figure))
            for figure in FIGURES
        ]
        rows.append(Row("medical", ask("levels.medical"), self._medical))
        rows.append(Row("attend", ask("levels.attend"), self._attend))
        if self.services:
            rows.append(Row("services", ask("levels.services"), self._services))
        used = {
            numbering.standard
            for level in self.content.levels
            for numbering in level.numbering
        }
        for authority in self.content.authorities:
            if authority.id in used:
                rows.append(
                    Row(
                        authority.id,
                        ask("levels.number", standard=authority.name),
                        self._number_in(authority.id),
                    )
                )
        return rows

    def row(self, id: str) -> Row:
        """Return one of the questions."""
        return next(row for row in self.rows if row.id == id)

    def main_and_more(self, levels: list[Level]) -> tuple[list[Row], list[Row]]:
        """Return the questions asked first, for columns, and the rest, for lines below them."""
        rows = [row for row in self.rows_for(levels) if row.id != "what"]
        first = {"sleep", "hours_per_week", "length", "medical"}
        return [row for row in rows if row.id in first], [
            row for row in rows if row.id not in first
        ]

    def rows_for(self, levels: list[Level]) -> list[Row]:
        """Return the questions that at least one of these levels answers."""
        silent = {
            self.phrases(name)
            for name in ("level.no_number", "levels.none", "levels.not_said")
        }
        return [
            row
            for row in self.rows
            if any(self.cell(row, level).text not in silent for level in levels)
        ]

    def cell(self, row: Row, level: Level) -> Cell:
        """Return a level's answer to a question; worked out once for all pages."""
        key = (row.id, level.id)
        if key not in self.cells:
            self.cells[key] = row.cell(level)
        return self.cells[key]

    def _figure_of(self, figure: str) -> Callable[[Level], Cell]:
        return lambda level: self.figure(level, figure)

    def _medical(self, level: Level) -> Cell:
        return Cell(
            self.supervision[level.medical.grade].name, sourced=(level.medical,)
        )

    def _attend(self, level: Level) -> Cell:
        if level.attend is None:
            return Cell(self.phrases("levels.not_said"))
        return Cell(
            self.text(level.attend.text), (), self.basis(level.attend), (level.attend,)
        )

    def _services(self, level: Level) -> Cell:
        core = [use for use in level.services if use.part == "core"]
        if not core:
            return Cell(self.phrases("levels.not_said"))
        names = [_lower(self.services[use.service].name) for use in core]
        return Cell(_upper(self.phrases.list(names)), sourced=tuple(core[:1]))

    def _number_in(self, standard: str) -> Callable[[Level], Cell]:
        def cell(level: Level) -> Cell:
            found = [
                numbering
                for numbering in level.numbering
                if numbering.standard == standard
            ]
            if not found:
                return Cell(self.phrases("levels.none"))
            shown = [
                f"{numbering.number}: {numbering.title}"
                if numbering.number
                else numbering.title
                for numbering in found
            ]
            return Cell(shown[0], tuple(shown[1:]), sourced=tuple(found))

        return cell

    # Pairs

    def pairs(self) -> Iterator[tuple[Level, Level]]:
        """Yield every two levels, in the order of the file."""
        return combinations(self.content.levels, 2)

    def ordered(self, a: Level, b: Level) -> tuple[Level, Level]:
        """Return the two in the order of the file."""
        return (a, b) if self.position[a.id] < self.position[b.id] else (b, a)

    def close_pairs(self, level: Level) -> list[tuple[Level, Level]]:
        """Return the pairs that a level's own page leads to: its steps, and its neighbors in the file."""
        others = [step.to for step in (*level.steps_down, *level.steps_up)]
        levels = self.content.levels
        index = self.position[level.id]
        others += [
            other.id
            for other in levels[max(0, index - 1) : index + 2]
            if other is not level
        ]
        return [
            self.ordered(level, self.levels[other]) for other in dict.fromkeys(others)
        ]

    def pair(self, a: Level, b: Level) -> Pair:
        """Return what differs between two levels, what is the same, and how people move between them."""
        differences, same = [], []
        for difference, sameness in (
            self._hours(a, b),
            self._sleep(a, b),
            self._backup(a, b),
            self._days(a, b),
            self._length(a, b),
            self._place(a, b),
            self._shared(a, b),
        ):
            differences += [difference] if difference else []
            same += [sameness] if sameness else []
        differences, same = (
            [replace(one, text=_upper(one.text)) for one in found]
            for found in (differences, same)
        )
        moves = [
            (a, b, step.when, step)
            for step in a.steps_up + a.steps_down
            if step.to == b.id
        ]
        moves += [
            (b, a, step.when, step)
            for step in b.steps_up + b.steps_down
            if step.to == a.id
        ]
        return Pair(a, b, tuple(differences), tuple(same), tuple(moves))

    def _both(
        self, a: Level, b: Level, figure: str
    ) -> tuple[Claim | None, Claim | None]:
        """Return the two headlines for one audience: adults if both have one, else teens."""
        for audience in AUDIENCES:
            first, second = a.headline(figure, audience), b.headline(figure, audience)
            if first and second:
                return first, second
        return a.headline(figure), b.headline(figure)

    def _hours(self, a: Level, b: Level) -> tuple[Sentence | None, Sentence | None]:
        w, (first, second) = self.phrases, self._both(a, b, "hours_per_week")
        if first and second:
            if first.span == second.span:
                return None, Sentence(
                    w("compare.same_hours", amount=w.amount("hours_per_week", first)),
                    (first, second),
                )
            (less, low), (more, high) = sorted(
                ((a, first), (b, second)),
                key=lambda item: (item[1].span.low, item[1].span.high),
            )
            amount, rest = (
                w.amount("hours_per_week", high, "spoken") + _counts(high),
                w.range(low, "spoken") + _counts(low),
            )
            text = w(
                "compare.takes",
                more=self.called(more),
                amount=amount,
                less=_upper(self.called(less)),
                range=rest,
            )
            return Sentence(text, (high, low)), None
        for level, claim, other in ((a, first, b), (b, second, a)):
            if claim:
                amount = w.amount("hours_per_week", claim, "spoken") + _counts(claim)
                text = w(
                    "compare.takes_one",
                    a=self.called(level),
                    amount=amount,
                    b=self.called(other),
                )
                return Sentence(text, (claim,)), None
        return None, None

    def _sleep(self, a: Level, b: Level) -> tuple[Sentence | None, Sentence | None]:
        w, first, second = self.phrases, a.sleep, b.sleep
        backed = (first, second)
        if first.where == second.where:
            if first.where == "varies":
                return None, Sentence(w("compare.same_sleep_other"), backed)
            return None, Sentence(
                w("compare.same_sleep", where=w(f"sleep.in.{first.where}")), backed
            )
        if "varies" in (first.where, second.where):
            text = w(
                "compare.sleep_other",
                a=self.called(a),
                a_text=_lower(self.text(first.text)),
                b=self.called(b),
                b_text=_lower(self.text(second.text)),
            )
        else:
            where = {
                "a_where": w(f"sleep.in.{first.where}"),
                "b_where": w(f"sleep.in.{second.where}"),
            }
            text = w(
                "compare.sleep_differs", a=self.called(a), b=self.called(b), **where
            )
        return Sentence(text, backed), None

    def _backup(self, a: Level, b: Level) -> tuple[Sentence | None, Sentence | None]:
        w, backed = self.phrases, (a.medical, b.medical)
        if a.medical.grade == b.medical.grade:
            return None, Sentence(
                w(
                    "compare.same_medical",
                    grade=_lower(self.supervision[a.medical.grade].name),
                ),
                backed,
            )
        less, more = sorted((a, b), key=lambda level: self.rank[level.medical.grade])
        grades = {
            name: _lower(self.supervision[level.medical.grade].name)
            for name, level in (("more_grade", more), ("less_grade", less))
        }
        return Sentence(
            w(
                "compare.medical_differs",
                more=self.called(more),
                less=self.called(less),
                **grades,
            ),
            backed,
        ), None

    def _days(self, a: Level, b: Level) -> tuple[Sentence | None, Sentence | None]:
        w, (first, second) = self.phrases, self._both(a, b, "days_per_week")
        if not (first and second):
            return None, None
        if first.span == second.span:
            return None, Sentence(
                w("compare.same_hours", amount=w.amount("days_per_week", first)),
                (first, second),
            )
        (less, low), (more, high) = sorted(
            ((a, first), (b, second)),
            key=lambda item: (item[1].span.low, item[1].span.high),
        )
        amount = w.amount("days_per_week", high)
        return Sentence(
            w(
                "compare.meets",
                more=self.called(more),
                more_amount=amount,
                less=self.called(less),
                less_range=w.range(low),
            ),
            (high, low),
        ), None

    def _length(self, a: Level, b: Level) -> tuple[Sentence | None, Sentence | None]:
        w, (first, second) = self.phrases, self._both(a, b, "length")
        kinds = {
            self.authorities[claim.whose].kind for claim in (first, second) if claim
        }
        if (
            not (first and second) or len(kinds) > 1
        ):  # what was counted and what is advertised cannot stand in one sentence
            return None, None
        values = {
            "a": _upper(self.called(a)),
            "a_amount": w.amount("length", first),
            "a_whose": self.authorities[first.whose].name,
            "b": _upper(self.called(b)),
            "b_amount": w.amount("length", second),
            "b_whose": self.authorities[second.whose].name,
        }
        return Sentence(w("compare.lasts", **values), (first, second)), None

    def _place(self, a: Level, b: Level) -> tuple[Sentence | None, Sentence | None]:
        w = self.phrases
        if a.place == b.place == "alongside":
            return None, Sentence(w("compare.beside_both"))
        if a.place != b.place:
            return Sentence(
                w(
                    "compare.beside_one",
                    b=self.called(a if a.place == "alongside" else b),
                )
            ), None
        return None, None

    def _shared(self, a: Level, b: Level) -> tuple[Sentence | None, Sentence | None]:
        theirs = {use.service: use for use in b.services if use.part == "core"}
        shared = [
            use for use in a.services if use.part == "core" and use.service in theirs
        ]
        if not shared:
            return None, None
        names = [_lower(self.services[use.service].name) for use in shared]
        backed = (shared[0], theirs[shared[0].service])
        return None, Sentence(
            self.phrases("compare.same_services", services=self.phrases.list(names)),
            backed,
        )

    # Weeks

    @cached_property
    def weekdays(self) -> list[tuple[str, str]]:
        """The seven days, short and in full, from the day after the weekend."""
        locale = self.phrases.locale
        short, full = (
            locale.days["stand-alone"]["abbreviated"],
            locale.days["stand-alone"]["wide"],
        )
        first = (locale.weekend_end + 1) % 7
        return [(short[(first + day) % 7], full[(first + day) % 7]) for day in range(7)]

    @cached_property
    def longest_day(self) -> float:
        """The most hours that any example puts on one day; every bar is drawn to this scale."""
        return max(
            (
                max(week.hours)
                for level in self.content.levels
                for week in example_weeks(level)
            ),
            default=1,
        )

    def week(self, level: Level) -> WeekView:
        """Return the example weeks of a level, or what stands in their place, and where its nights are spent."""
        w, headline = self.phrases, self.figure(level, "hours_per_week")
        instead = w("week.lives_in") if lives_in(level) else ""
        if headline.sourced:
            instead += " " + w(
                "week.treatment",
                amount=_lower(headline.text)
                + "".join(_counts(claim) for claim in headline.sourced[:1]),
            )
        else:
            instead += " " + w("week.unknown")
        examples = tuple(
            (self._example(week), tuple(map(self._day, week.hours)))
            for week in example_weeks(level)
        )
        return WeekView(
            examples,
            "" if examples else instead.strip(),
            w("week.nights", where=self.text(level.sleep.text)),
            lives_in(level),
        )

    def _example(self, week: Week) -> str:
        hours, days = (
            self.phrases("week.hours", count=week.total),
            self.phrases("week.days", count=week.days),
        )
        return self.phrases("week.example", hours=hours, days=days)

    def _day(self, hours: float) -> Day:
        if not hours:
            return Day("", self.phrases("week.off"))
        return Day(
            self.phrases.number(hours),
            self.phrases("week.unit", count=hours),
            blocks(hours, self.longest_day),
        )

    def dangers(self, *levels: Level) -> list[Danger]:
        """Return the shared dangers whose card stands on the page of a level, or of a comparison."""
        return [
            danger
            for danger in self.content.dangers
            if any(level.id in danger.levels for level in levels)
        ]

    def by_hours(self) -> tuple[list[tuple[Level, float, str]], list[Level]]:
        """Return the levels by the least hours a week that they take, each with whether you sleep at home or away; then those without a number.

        Where people live there they come after those who sleep at home, whatever the hours.
        """
        known, unknown = [], []
        for level in self.content.levels:
            found, away = self.headlines(level, "hours_per_week"), lives_in(level)
            sleep = (
                "away"
                if away
                else "either"
                if level.sleep.where == "varies"
                else "home"
            )
            if found or away:
                known.append((level, found[0][1].span.low if found else 0, sleep))
            else:
                unknown.append(level)
        return sorted(
            known,
            key=lambda item: (item[2] == "away", item[1] if item[2] != "away" else 0),
        ), unknown

    def grades(self, measured: list[tuple[str, str, Reading, Review]]) -> list[Graded]:
        """Return the pages with their reading grades, given as (title, address, counts, review), the hardest first.

        Comparisons share one row, since there can be thousands; the hardest of them has its own.
        """
        pairs = [page for page in measured if "-vs-" in page[1]]
        shown = sorted(
            (page for page in measured if page not in pairs),
            key=lambda page: -page[2].grade,
        )
        rows = [self._graded(page) for page in shown]
        if not pairs:
            return rows
        hardest = max(pairs, key=lambda page: page[2].grade)
        span = [
            self._span([value(page[2]) for page in pairs])
            for value in (lambda r: r.grade, lambda r: r.known, lambda r: r.words)
        ]
        return [
            *rows,
            self._graded(hardest),
            Graded(
                self.phrases("quality.pairs", count=len(pairs)),
                None,
                *span,
                together(review for *_, review in pairs),
            ),
        ]

    def _graded(self, page: tuple[str, str, Reading, Review]) -> Graded:
        title, address, found, review = page
        return Graded(
            title,
            address,
            *(
                self.phrases.number(value)
                for value in (found.grade, found.known, found.words)
            ),
            review,
        )

    def _span(self, values: list[float]) -> str:
        return self.phrases(
            "quality.pairs_range",
            least=self.phrases.number(min(values)),
            most=self.phrases.number(max(values)),
        )

    def forms(self, name: str) -> str:
        """Return a pattern's forms for the script of a page, as JSON under the names of the language's numbers; # stands for the count."""
        return json.dumps(
            {
                form: pattern.replace("{count}", "#")
                for form, pattern in self.phrases.under(name).items()
            },
            ensure_ascii=False,
        )

    def citations_of(
        self, title: str, url: str, day: datetime.date
    ) -> Iterator[tuple[str, str]]:
        """Yield the ways to cite the site: in a text, in a list of references, for BibTeX."""
        name, publisher = self.content.site.name, self.content.publisher.name
        yield "plain", f"{name}, {self.phrases.day(day)}, {url}"
        yield "apa", f"{publisher}. ({day.year}). {name}: {title} {url}"
        fields = {
            "author": f"{{{publisher}}}",
            "title": f"{name}: {title}",
            "year": day.year,
            "note": day.isoformat(),
            "url": url,
        }
        lines = ",\n".join(
            f"  {field} = {{{value}}}" for field, value in fields.items()
        )
        yield "bibtex", f"@misc{{levels-of-care-{day.year},\n{lines}\n}}"

    # Around a level

    def nearby(self, level: Level) -> tuple[int, list[tuple[Level, str]], int]:
        """Return this level among its neighbors on the line, each with its hours, and how many more there are before and after."""
        line = self.content.line_of_levels
        index = line.index(level)
        start = max(0, min(index - 2, len(line) - 5))
        shown = line[start : start + 5]
        return (
            start,
            [(other, self.week_line(other)) for other in shown],
            len(line) - start - len(shown),
        )

    def week_line(self, level: Level) -> str:
        """Return a level's week in a few words: its hours, or that people live there."""
        if lives_in(level):
            return self.phrases("continuum.live_in")
        found = self.figure(level, "hours_per_week")
        return found.text if found.sourced else self.phrases("continuum.unknown")

    def steps(self, level: Level) -> list[tuple[str, list]]:
        """Return the steps to less and to more care, each with its heading."""
        return [("step_down", level.steps_down), ("step_up", level.steps_up)]

    def exceptions(self, level: Level) -> Iterator[str]:
        """Yield the reasons that concern this level: those it declares itself."""
        yield from (self.text(exception.because) for exception in level.exceptions)

    @cached_property
    def answers(self) -> list[tuple[Level | None, list[Answer]]]:
        """All questions with their answers: the general ones, then level by level."""
        groups = [
            (None, self.content.faq),
            *((level, level.faq) for level in self.content.levels),
        ]
        return [(level, answers) for level, answers in groups if answers]

    def services_of(self, level: Level) -> Iterator[tuple[str, list]]:
        """Yield each part that services play at a level, with those that play it."""
        for part in PARTS:
            uses = [use for use in level.services if use.part == part]
            if uses:
                yield part, uses

    def places_of(self, service: str) -> Iterator[tuple[str, list[Level]]]:
        """Yield each part that a service plays, with the levels where it plays it."""
        for part in PARTS:
            levels = [
                level
                for level in self.content.levels
                if any(
                    use.service == service and use.part == part
                    for use in level.services
                )
            ]
            if levels:
                yield part, levels

    @cached_property
    def strip(self) -> list[tuple[Help, list[tuple[str, Contact]]]]:
        """What the strip on every page shows: the first number to call and the first to text, each with its link's scheme."""
        shown = []
        for help in self.content.help:
            if help.strip:
                first = [
                    next(
                        (contact for contact in help.contacts if contact.kind == kind),
                        None,
                    )
                    for kind in ("call", "text")
                ]
                shown.append(
                    (
                        help,
                        [
                            (SCHEMES[contact.kind], contact)
                            for contact in first
                            if contact
                        ]
                        or [("", help.contacts[0])],
                    )
                )
        return shown

    @cached_property
    def example(self) -> str:
        """A short name that people hear without knowing it: letters if there are any."""
        letters = [level.acronym for level in self.content.levels if level.acronym]
        return max(letters, key=len) if letters else self.content.levels[0].name

    def letters(self, words: list[Word]) -> list[tuple[str, Word]]:
        """Return each first letter of sorted words, with the first word that it opens."""
        found: dict[str, Word] = {}
        for word in words:
            found.setdefault(word.term[:1].upper(), word)
        return list(found.items())

    @cached_property
    def index(self) -> list[tuple[str, str, str]]:
        """Every page and every name a reader may look for, from A to Z, with its address from the root of the site and what it is."""
        w, found = self.phrases, {}
        for level in self.content.levels:
            for name in (self.name(level), level.short, *level.also_called):
                found.setdefault(
                    _upper(name), (f"levels/{level.id}/", self.text(level.in_a_line))
                )
        words = {}
        for word in self.content.words:
            for name in map(_upper, (word.term, *word.also)):
                shown = w("search.word", name=name) if name in found else name
                words[shown] = (f"words/#{word.id}", self.text(word.meaning))
        services = {
            service.name: (f"services/#{service.id}", self.text(service.meaning))
            for service in self.content.services
        }
        found = words | services | found
        found |= {
            topic.title: (f"{topic.id}/", self.text(topic.in_a_line))
            for topic in self.content.topics
        }
        pages = {
            "levels": "levels",
            "compare": "compare",
            "faq": "faq",
            "words": "words",
            "services": "services",
            "ask": "ask",
            "sources": "sources",
            "help": "get-help-now",
            "publisher": "who-made-this",
            "week": "week",
            "hours": "hours",
            "quality": "quality",
            "changes": "changes",
            "embed": "embed",
            "api": "api",
            "guide": "guide",
        }
        found |= {
            w(f"{name}.title"): (f"{address}/", "") for name, address in pages.items()
        }
        return sorted(
            ((name, *where) for name, where in found.items()),
            key=lambda item: item[0].casefold(),
        )


def _counts(claim: Claim) -> str:
    """Return what a number counts, in brackets, where it is not plainly the time in treatment."""
    return f" ({claim.counts})" if claim.counts else ""


def _upper(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """Return a text for the middle of a sentence: small first letter, unless the first word is an acronym."""
    first = text.split(" ", 1)[0]
    return (
        text
        if len(first) > 1 and first.upper() == first
        else text[:1].lower() + text[1:]
    )
