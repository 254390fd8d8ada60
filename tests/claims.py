"""Plain values of the content -> what is to be shown of each level, and how English says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FIGURES = ("hours_per_week", "hours_per_day", "days_per_week", "length")
AWAY = ("residence", "hospital")  # where people live while they are treated
UNITS = {
    "hours_per_week": ("hour a week", "hours a week"),
    "hours_per_day": ("hour a day", "hours a day"),
    "days_per_week": ("day a week", "days a week"),
    "days": ("day", "days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
    "years": ("year", "years"),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """One number: the ends of its range, and words such as “9 to 19 hours a week”.

    `high` is None where the range has no upper end. `written` is the claim as the file has it.
    """

    low: float
    high: float | None
    who: str
    whose: str
    headline: bool
    words: str
    written: dict


@dataclass(frozen=True, slots=True)
class Level:
    """One level: where people sleep, how near a doctor or nurse is, its claims, its steps.

    `rank` is how many grades of medical backup are lower than its own. `called` is its name in the
    middle of a sentence. It may be `like` another level, to which it `adds` something.
    """

    id: str
    short: str
    place: str
    sleeps: str
    rank: int
    backup: str
    claims: dict[str, list[Claim]]
    ups: list[str]
    downs: list[str]
    called: str
    like: str | None
    adds: str

    @property
    def lives_in(self) -> bool:
        """Whether people live where they are treated."""
        return self.sleeps in AWAY

    @property
    def hours(self) -> Claim | None:
        """The claim that stands for the hours of a week."""
        return self.shown("hours_per_week")

    def headline(self, figure: str, who: str) -> Claim | None:
        """Return the claim that is shown to adults or to adolescents."""
        meant = ("everyone", who)
        claims = self.claims[figure]
        for claim in claims:
            if claim.headline and claim.who in meant:
                return claim
        return None

    def shown(self, figure: str) -> Claim | None:
        """Return the claim that stands for a figure: that for adults, else that for teens."""
        adults = self.headline(figure, "adults")
        if adults:
            return adults
        return self.headline(figure, "adolescents")


def levels_of(data: dict) -> Iterator[Level]:
    """Yield every level of a content, in the order of the file."""
    grades = data["supervision"]
    for level in data["levels"]:
        yield _level(level, grades)


def _level(written: dict, grades: list[dict]) -> Level:
    lower = [grade["id"] for grade in grades]
    medical = written["medical"]
    rank = lower.index(medical["grade"])
    sleep = written["sleep"]
    claims = {figure: list(_claims(written, figure)) for figure in FIGURES}
    return Level(
        id=written["id"],
        short=written.get("acronym") or written.get("everyday", written["name"]),
        place=written["place"],
        sleeps=sleep["where"],
        rank=rank,
        backup=grades[rank]["name"],
        claims=claims,
        ups=list(_ends(written, "steps_up")),
        downs=list(_ends(written, "steps_down")),
        called=_called(written),
        like=written.get("variant", {}).get("of"),
        adds=written.get("variant", {}).get("adds", ""),
    )


def _called(written: dict) -> str:
    name = written.get("acronym") or written.get("everyday", written["name"])
    first = name.split()[0]
    if len(first) > 1 and first.isupper():
        return name
    return name[0].lower() + name[1:]


def _ends(written: dict, way: str) -> Iterator[str]:
    for step in written.get(way, []):
        yield step["to"]


def _claims(written: dict, figure: str) -> Iterator[Claim]:
    for claim in written.get(figure, []):
        yield _claim(claim, figure)


def _claim(written: dict, figure: str) -> Claim:
    low = written.get("min", 0)
    under = written.get("under")
    high = written.get("max", under)
    one, many = UNITS[written.get("unit", figure)]
    unit = one if high == 1 else many
    return Claim(
        low=low,
        high=high,
        who=written["who"],
        whose=written["whose"],
        headline=written.get("headline", False),
        words=f"{_range(written)} {unit}",
        written=written,
    )


def _range(written: dict) -> str:
    low = written.get("min")
    high = written.get("max")
    under = written.get("under")
    if under and low:
        return f"{low:g} to fewer than {under:g}"
    if under:
        return f"fewer than {under:g}"
    if high is None:
        return f"{low:g} or more"
    if low is None:
        return f"up to {high:g}"
    if low == high:
        return f"{low:g}"
    return f"{low:g} to {high:g}"
