"""Two versions of the content -> rows: each change as readers see it, where it stands, and what to look at with care."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from ..addresses import url_of
from ..language.phrases import HOLE, Phrases
from ..model.base import Model
from ..model.claim import Claim
from ..model.content import Content
from ..model.level import Answer, Level
from ..model.site import (
    Change,
    Contact,
    Danger,
    Help,
    Section,
    Service,
    Source,
    Topic,
    Word,
)
from ..outputs.files import redirects
from ..rendering.renderer import Renderer
from ..views.speaking import Speaker
from .seen import EVERY, changed, parts_of, seen, shown_on

UNSEEN = "Seen on no page"
HOMES = {
    "site": "index.md",
    "publisher": "who-made-this.md",
    "review": "who-made-this.md",
    "help": "get-help-now.md",
    "ask": "ask.md",
    "authorities": "sources.md",
    "sources": "sources.md",
    "services": "services.md",
    "matters": "print/what-matters.md",
    "faq": "faq.md",
    "words": "words.md",
    "comparisons": "embed/ready.md",
    "changes": "changes.md",
    "levels": "levels/index.md",
    "dangers": "Dangers that several levels share",
    "supervision": "Medical backup",
}
SITE_WORDS = "The site's own words"
SPOKEN = {
    "in_short": "page.in_short",
    "next_step": "page.next_step",
    "steps_up": "level.step_up",
    "steps_down": "level.step_down",
    "why": "level.why",
    "listen_for": "level.listen",
}
PLAIN = {
    "q": "question",
    "a": "answer",
    "checked": "last check",
    "next": "next check",
    "headline": "shown in tables",
    "id": "address",
}
NAMED = {
    "sources": "sources",
    "whose": "authorities",
    "standard": "authorities",
    "grade": "supervision",
    "service": "services",
}
TO_LEVEL = ("to", "level", "levels", "neighbor")
IDS = ("sources", "levels", "addresses")  # lists of ids: one value each
WORDED = {
    "who": "who",
    "where": "sleep",
    "part": "part",
    "tier": "tier",
    "kind": "kind",
}
CALLED = ("name", "term", "title", "q", "ask", "words", "service", "to", "standard")
NOT_SAID = {
    "id",
    "basis",
    "tier",
    "level",
    "kind",
    "place",
    "where",
    "form",
    "url",
    "stands_for",
}
NO_NAME = ("text", "sections")  # what a place of one text, or a page, is made of
ANCHORS = (Answer, Word, Service, Section)
CLOSE = 0.6  # so alike are two versions of one thing

UNSOURCED = "The number changed. Its sources did not, and neither did the day of the last check."
BACKING = "What backs this number changed."
GONE = "This is gone from the site."
HELP = "Crisis help changed: read with care."
DANGER = "A danger changed: read with care."
REVIEW = "A review date moved. Was all of it checked again?"
LOST = "Links to the old address no longer find it, and pieces on other sites that show it break."
LOST_PAGE = "The old address leads nowhere now. Add the old id under “addresses”."
NO_LINE = "A number or an answer changed, and no line was added under “changes”."


@dataclass(frozen=True, slots=True)
class Row:
    """One change. `home` is the file of its page, or a heading where it has no page of its own; `pages` show it.

    `proof` is what a page says before and after if it shows this.
    """

    home: str
    where: str
    was: str
    will: str
    proof: tuple[str, str] = ("", "")
    flags: tuple[str, ...] = ()
    number: bool = False
    answer: bool = False
    machines: bool = False  # no page ever shows it
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """All rows; every page whose text changed, with its title, in the order of the site; those that are gone; what the whole lacks."""

    rows: list[Row] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    flags: tuple[str, ...] = ()


def diff(old: Speaker, new: Speaker) -> Diff:
    """Return what changes between two sound versions of the content, and on which pages. Both sites are rendered to know that."""
    if (
        _plain(old.content) == _plain(new.content)
        and old.phrases.patterns == new.phrases.patterns
    ):
        return Diff()
    before, after = seen(old), seen(new)
    titles = changed(before, after)
    parts = {path: parts_of(before.get(path), after.get(path)) for path in titles}
    found = [_placed(row, shown_on(row.proof, parts), titles) for row in rows(old, new)]
    told = any(
        _plain(change) not in _plain(old.content.changes)
        for change in new.content.changes
    )
    silent = not told and any(row.number or row.answer for row in found)
    return Diff(
        found,
        titles,
        frozenset(before) - frozenset(after),
        (NO_LINE,) if silent else (),
    )


def rows(old: Speaker, new: Speaker) -> Iterator[Row]:
    """Yield each change, on the page where it belongs; which pages show it is not known yet."""
    yield from _Walk(old, new).everything()


def fitting(words: Phrases, old: dict[str, str]) -> Phrases:
    """Return today's words with those of an older file in their place, where today's templates can fill their holes."""
    fit = {
        name: text
        for name, text in old.items()
        if set(HOLE.findall(text)) <= set(HOLE.findall(words.patterns.get(name, "")))
    }
    return Phrases(
        words.language,
        words.patterns
        | {name: text for name, text in fit.items() if name in words.patterns},
    )


def _placed(row: Row, pages: list[str], titles: dict[str, str]) -> Row:
    """Return the row with its pages. Where its own page stays as it is, it moves to one that changes, or is seen on none."""
    page = row.home.endswith(".md")
    if not row.machines and (row.home in titles or (pages and not page)):
        return replace(row, pages=tuple(pages))
    home = pages[0] if pages and not row.machines else UNSEEN
    return replace(
        row,
        home=home,
        where=f"/{url_of(row.home)}: {row.where}" if page else row.where,
        pages=tuple(pages),
    )


@dataclass(frozen=True, slots=True)
class _Here:
    """Where the walk stands: the page, the way to the place in readers' words, the list it is in, whether this was checked again."""

    home: str
    way: tuple[str, ...] = ()
    list: str = ""
    checked: bool = False

    def at(self, *names: str) -> _Here:
        return replace(self, way=(*self.way, *filter(None, names)))

    @property
    def where(self) -> str:
        text = ", ".join(self.way) or "this page"
        return text[:1].upper() + text[1:]


class _Walk:
    """Goes through two versions side by side. A row is a value that was written anew and that readers see anew."""

    def __init__(self, old: Speaker, new: Speaker):
        self.old, self.new = old, new

    def everything(self) -> Iterator[Row]:
        old, new = self.old.content, self.new.content
        for name in Content.model_fields:
            yield from self.field(
                old,
                new,
                name,
                _Here(
                    HOMES.get(name, EVERY),
                    (),
                    "",
                    old.review.checked != new.review.checked,
                ),
            )
        for name, will in self.new.phrases.patterns.items():
            was = self.old.phrases.patterns.get(name, will)
            if was != will:
                yield Row(
                    SITE_WORDS,
                    name,
                    was,
                    will,
                    (HOLE.sub(" ", was), HOLE.sub(" ", will)),
                )

    def group(self, old: Model, new: Model, here: _Here) -> Iterator[Row]:
        if isinstance(new, Claim):
            yield from self.number(old, new, here)
        for name in type(new).model_fields:
            if not (
                isinstance(new, Claim) and name in ("id", "min", "max", "under", "unit")
            ):
                yield from self.field(old, new, name, here)

    def field(self, old: Model, new: Model, name: str, here: _Here) -> Iterator[Row]:
        was, will = getattr(old, name), getattr(new, name)
        whole = (
            isinstance(new, Content)
            and isinstance(will, list)
            and name != "authorities"
        )  # all of a page
        below = here.at("" if whole or name in NO_NAME else self.label(name))
        if _plain(was) == _plain(will):
            return
        if isinstance(was, Model) and isinstance(will, Model):
            yield from self.group(was, will, below)
        elif isinstance(will, list) and (isinstance(new, Content) or name not in IDS):
            yield from self.items(was, will, replace(below, list=name))
        elif name == "id":
            yield from self.renamed(old, new, below)
        else:
            yield from self.value(old, new, name, below)

    def value(self, old: Model, new: Model, name: str, here: _Here) -> Iterator[Row]:
        was, will = (
            self.say(self.old, name, getattr(old, name)),
            self.say(self.new, name, getattr(new, name)),
        )
        if was != will:
            hidden = name == "addresses"
            flags = _flags(
                here,
                isinstance(new, Claim) and name in ("sources", "basis") and BACKING,
                name in ("checked", "next") and REVIEW,
            )
            proof = (
                ("", "")
                if isinstance(getattr(new, name), bool) or hidden
                else (was, will)
            )
            number = isinstance(new, Contact) and name == "value"
            yield Row(
                here.home,
                here.where,
                was,
                will,
                proof,
                flags,
                number,
                isinstance(new, Answer),
                hidden,
            )

    def number(self, old: Claim, new: Claim, here: _Here) -> Iterator[Row]:
        was, will = self.amount(self.old, old, here), self.amount(self.new, new, here)
        if was != will:
            same = (old.sources, old.basis) == (
                new.sources,
                new.basis,
            ) and not here.checked
            proof = self.old.phrases.range(old), self.new.phrases.range(new)
            yield Row(
                here.home,
                here.where,
                was,
                will,
                proof,
                _flags(here, same and UNSOURCED),
                True,
            )

    def renamed(self, old: Model, new: Model, here: _Here) -> Iterator[Row]:
        """Yield a row where an address is another; other ids are names for editors only."""
        if isinstance(new, (Level, Topic)):
            folder = "/levels/" if isinstance(new, Level) else "/"
            known = old.id in getattr(new, "addresses", []) or isinstance(new, Topic)
            flag = (
                LOST_PAGE
                if not known
                else not self.leads_on(f"{folder}{old.id}/") and LOST
            )
            yield Row(
                here.home,
                here.where,
                f"{folder}{old.id}/",
                f"{folder}{new.id}/",
                flags=_flags(here, flag),
            )
        elif isinstance(new, ANCHORS):
            root = f"/{url_of(here.home)}#"
            yield Row(
                here.home,
                here.where,
                root + old.id,
                root + new.id,
                flags=_flags(here, LOST),
            )

    def leads_on(self, address: str) -> bool:
        """Return whether an address that has no page any more leads to one."""
        return any(
            f"/{file.path}" == f"{address}index.html"
            for file in redirects(Renderer(self.new))
        )

    # Lists

    def items(self, old: list, new: list, here: _Here) -> Iterator[Row]:
        pairs = _pairs(
            old,
            new,
            lambda item: self.summary(self.old, item, here),
            lambda item: self.summary(self.new, item, here),
        )
        before = {late: early for early, late in pairs}
        for late, item in enumerate(new):
            place = self.inside(self.new, item, late, here)
            if late not in before:
                yield self.whole(item, place, come=True)
            elif isinstance(item, Model):
                first = old[before[late]]
                again = (
                    hasattr(item, "review")
                    and first.review.checked != item.review.checked
                )
                yield from self.group(
                    first, item, replace(place, checked=place.checked or again)
                )
            elif old[before[late]] != item:
                was, will = (
                    self.say(self.old, "", old[before[late]]),
                    self.say(self.new, "", item),
                )
                yield Row(here.home, place.where, was, will, (was, will))
        for early in sorted(set(range(len(old))) - set(before.values())):
            yield self.whole(
                old[early], self.inside(self.old, old[early], early, here), come=False
            )
        moved = _moved(sorted((late, early) for early, late in pairs))
        if moved:
            names = [self.called(self.new, new[late], late) for late, _ in moved]
            was = "; ".join(
                f"{name} in {_nth(early)} place"
                for name, (_, early) in zip(names, moved, strict=True)
            )
            will = "; ".join(
                f"{name} in {_nth(late)} place"
                for name, (late, _) in zip(names, moved, strict=True)
            )
            yield Row(
                here.home,
                f"{(here if here.way else here.at(_spaced(here.list))).where} (order)",
                was,
                will,
            )

    def inside(self, views: Speaker, item: Any, index: int, here: _Here) -> _Here:
        if isinstance(item, Level):
            return _Here(f"levels/{item.id}.md")
        return (
            _Here(f"{item.id}.md")
            if isinstance(item, Topic)
            else here.at(self.called(views, item, index))
        )

    def whole(self, item: Any, here: _Here, come: bool) -> Row:
        """Return the row for something that comes or goes as a whole."""
        views = self.new if come else self.old
        text = self.summary(views, item, here)
        proof = (
            views.phrases.range(item)
            if isinstance(item, Claim)
            else max(self.parts(views, item), key=len, default=text)
        )
        gone = (
            not come
            and isinstance(item, (Level, Topic, Answer, Claim, Help, Danger))
            and GONE
        )
        said, seen_as = (("", text), ("", proof)) if come else ((text, ""), (proof, ""))
        return Row(
            here.home,
            here.where,
            *said,
            seen_as,
            _flags(here, gone),
            isinstance(item, Claim),
            isinstance(item, Answer),
        )

    # Words

    def label(self, name: str) -> str:
        spoken = self.new.phrases
        for key in (SPOKEN.get(name, ""), f"level.{name}"):
            if spoken.has(key):
                return spoken(key)
        return PLAIN.get(name, _spaced(name))

    def called(self, views: Speaker, item: Any, index: int) -> str:
        """Return what to call an item of a list: by its name, its question, whose number it is, or by its place."""
        if isinstance(item, Level):
            return views.name(item)
        if isinstance(item, Claim):
            return f"{_small(self.say(views, 'who', item.who))}, {self.say(views, 'whose', item.whose)}{' (headline)' if item.headline else ''}"
        if isinstance(item, Change):
            return views.phrases.day(item.date)
        if isinstance(item, Source):
            return f"“{self.say(views, 'sources', item.id)}”"
        found = next(
            (
                name
                for name in CALLED
                if name in getattr(type(item), "model_fields", ())
                and getattr(item, name)
            ),
            None,
        )
        return (
            f"“{self.say(views, found, getattr(item, found))}”"
            if found
            else f"line {index + 1}"
        )

    def summary(self, views: Speaker, item: Any, here: _Here) -> str:
        """Return an item of a list as readers meet it."""
        if isinstance(item, Claim):
            return f"{self.amount(views, item, here)} ({self.called(views, item, 0)})"
        return " · ".join(self.parts(views, item))

    def parts(self, views: Speaker, item: Any) -> list[str]:
        if not isinstance(item, Model):
            return [self.say(views, "", item)]
        names = (
            ("name", "title", "in_a_line")
            if hasattr(item, "in_a_line")
            else type(item).model_fields
        )
        values = {
            name: getattr(item, name, None) for name in names if name not in NOT_SAID
        }
        texts = [
            self.say(views, name, value)
            for name, value in values.items()
            if isinstance(value, str)
        ]
        return texts or [
            self.say(views, name, value)
            for name, value in values.items()
            if name in IDS
        ]

    def amount(self, views: Speaker, claim: Claim, here: _Here) -> str:
        return views.phrases.amount(here.list, claim)

    def say(self, views: Speaker, name: str, value: Any) -> str:
        """Return a value as readers see it: numbers filled in, ids by the name of what they point to."""
        if value is None or isinstance(value, bool):
            return {None: "", True: "yes", False: "no"}[value]
        if isinstance(value, Model):
            return " · ".join(self.parts(views, value))
        if isinstance(value, date):
            return views.phrases.day(value)
        if isinstance(value, (int, float)):
            return views.phrases.number(value)
        if isinstance(value, list):
            return " · ".join(self.say(views, name, item) for item in value)
        if name in NAMED:
            found = next(
                (
                    item
                    for item in getattr(views.content, NAMED[name])
                    if item.id == value
                ),
                None,
            )
            return (
                value
                if found is None
                else f"{found.publisher}: {found.title}"
                if isinstance(found, Source)
                else found.name
            )
        if name in TO_LEVEL and value in views.levels:
            return views.name(views.levels[value])
        if views.phrases.has(f"{WORDED.get(name)}.{value}"):
            return views.phrases(f"{WORDED[name]}.{value}")
        return " ".join(views.text(value).split())


def _spaced(field: str) -> str:
    return field.replace("_", " ")


def _flags(here: _Here, *found: str | bool) -> tuple[str, ...]:
    """Return what to look at with care, those first that hold for the whole place."""
    place = (
        HELP
        if here.home == HOMES["help"]
        else DANGER
        if here.home == HOMES["dangers"] or here.list == "warnings"
        else False
    )
    return tuple(flag for flag in (place, *found) if flag)


def _pairs(old: list, new: list, early: Any, late: Any) -> list[tuple[int, int]]:
    """Return which item of the old list is which of the new: the same, of the same id, much alike, or alone in the same gap."""
    left, right, pairs = list(range(len(old))), list(range(len(new))), []

    def pair(one: int, other: int) -> None:
        pairs.append((one, other))
        left.remove(one)
        right.remove(other)

    for same in (_plain, _key):
        for other in right[:]:
            one = next(
                (
                    one
                    for one in left
                    if same(new[other]) is not None
                    and same(old[one]) == same(new[other])
                ),
                None,
            )
            if one is not None:
                pair(one, other)
    texts = (
        {one: early(old[one]).split() for one in left},
        {other: late(new[other]).split() for other in right},
    )
    alike = [
        (
            SequenceMatcher(None, texts[0][one], texts[1][other], False).ratio(),
            -abs(one - other),
            one,
            other,
        )
        for one in left
        for other in right
    ]
    for ratio, _, one, other in sorted(alike, reverse=True):
        if ratio >= CLOSE and one in left and other in right:
            pair(one, other)
    for one, other in [
        (one, other)
        for one in left
        for other in right
        if not getattr(new[other], "id", None)
    ]:
        edges = {(-1, -1), (len(old), len(new)), *pairs}
        if (
            one in left
            and other in right
            and {(one - 1, other - 1), (one + 1, other + 1)} <= edges
        ):
            pair(one, other)
    return pairs


def _moved(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs outside the longest run that kept its order. `pairs` are (new, old), sorted."""
    runs: list[list[tuple[int, int]]] = []
    for pair in pairs:
        runs.append(
            max((run for run in runs if run[-1][1] < pair[1]), key=len, default=[])
            + [pair]
        )
    kept = max(runs, key=len, default=[])
    return [pair for pair in pairs if pair not in kept]


def _key(item: Any) -> Any:
    """Return what names an item for good; None for a line of text."""
    if isinstance(item, Claim) and not item.id:
        return item.whose, item.who
    if isinstance(item, Contact):
        return item.kind, item.value
    return next(
        (
            getattr(item, name)
            for name in ("id", "service", "to", "standard", "levels", "rule")
            if getattr(item, name, None)
        ),
        None,
    )


def _plain(value: Any) -> Any:
    """Return a value without its place in the file."""
    return (
        [_plain(item) for item in value]
        if isinstance(value, list)
        else value.model_dump()
        if isinstance(value, Model)
        else value
    )


def _nth(index: int) -> str:
    number = index + 1
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
