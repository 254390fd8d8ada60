"""What was typed -> what was meant, as it should be typed; None where we cannot tell. English only, as a help and nothing more."""

from __future__ import annotations

import datetime
import re
import unicodedata
from calendar import monthrange

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SPELT = {name: str(value) for value, name in enumerate(ONES.split())} | {
    name: str(value * 10 + 20) for value, name in enumerate(TENS.split())
}
MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
HALVES = {"½": ".5", "¼": ".25", "¾": ".75"}
DIGITS = r"\d+(?:\.\d+)?"
YES, NO = (
    {"yes", "y", "on", "true", "t", "1", "x"},
    {"no", "n", "off", "false", "f", "0"},
)


def number(typed: str) -> str | None:
    """Return what to write for a number or a range: `9`, `min: 9, max: 20`, `under: 9`."""
    text = _digits(typed)
    if (
        found := re.fullmatch(
            rf"\D*?({DIGITS})\D*?(?:-|–|—|−|\bto\b|\band\b|\bbis\b)\s*({DIGITS})[^\d.,:]*",
            text,
        )
    ) is not None:
        return f"min: {_plain(found[1])} and max: {_plain(found[2])}"
    if re.match(r"[-−–]\s*\d", text) or re.search(r"\d\.\d{3}(?!\d)", text):
        return None
    if re.fullmatch(r"\d{1,3}(\.\d)?e[0-5]", text):
        return _plain(f"{float(text):.2f}")
    if (found := re.fullmatch(r"(\d+):([0-5]\d)", text)) is not None:
        return _plain(f"{int(found[1]) + int(found[2]) / 60:.2f}")
    one = re.findall(DIGITS, text)
    if len(one) != 1 or re.search(r"\d[eE:/]\d", text):
        return None
    value = _plain(one[0])
    if re.match(r"(under|fewer than|less than|below|<)", text):
        return f"under: {value}"
    if re.match(r"(up to|at most|≤|<=)", text):
        return f"max: {value}"
    if re.search(r"(or more|at least|\+|≥|>)", text) and not re.match(r"\+\s*\d", text):
        return f"min: {value} and no max"
    return value


def _digits(typed: str) -> str:
    """Return a text in small letters, with digits for spelt numbers and without commas and gaps among its digits."""
    text = "".join(f" {HALVES[sign]}" if sign in HALVES else sign for sign in typed)
    text = unicodedata.normalize("NFKC", text).lower().strip(" '\"“”‘’")
    text = re.sub(r"(?<=\d) (?=\.\d)", "", text)
    text = re.sub(r"(?<!\d)\.(?=\d)", "0.", text)
    text = re.sub(r"(?<=\d)[,_'’ ](?=\d{3}(?!\d))|(?<=\d)_(?=\d)", "", text)
    text = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", text)
    text = re.sub(
        r"\b("
        + "|".join(TENS.split())
        + r")[- ]("
        + "|".join(ONES.split()[1:10])
        + r")\b",
        lambda m: str(int(SPELT[m[1]]) + int(SPELT[m[2]])),
        text,
    )
    return re.sub(r"[a-z]+", lambda word: SPELT.get(word[0], word[0]), text)


def _plain(digits: str) -> str:
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}{'.' + part if part else ''}"


def day(typed: str) -> str | None:
    """Return a day as year-month-day."""
    text = re.sub(
        r"(?<=\d)(st|nd|rd|th)\b",
        "",
        unicodedata.normalize("NFKC", typed).lower().strip(" '\"“”"),
    )
    text = re.split(r"[t ]\d\d:\d\d", text)[0]
    if (
        found := re.fullmatch(r"(\d{4})[-/. –](\d{1,2})[-/. –](\d{1,2})", text)
        or re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)
    ) is not None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if (
        found := re.fullmatch(r"(\d{1,2})[/. –-](\d{1,2})[/. –-](\d{4})", text)
    ) is not None:
        first, second = int(found[1]), int(found[2])
        if "." in text or first > 12:
            first, second = second, first
        return _day(int(found[3]), first, second)
    month = next(
        (
            number
            for number, name in enumerate(MONTHS, 1)
            if re.search(rf"\b{name}", text)
        ),
        None,
    )
    year, days = re.search(r"\b(\d{4})\b", text), re.search(r"\b(\d{1,2})\b", text)
    return _day(int(year[1]), month, int(days[1])) if month and year and days else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def last_of_month(typed: str) -> str | None:
    """Return the last day of the month of a day that its month does not have."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", typed)
    if found is None or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        return None
    last = monthrange(int(found[1]), int(found[2]))[1]
    return f"{found[1]}-{found[2]}-{last}" if int(found[3]) > last else None


def truth(typed: str) -> str | None:
    """Return `true` or `false`."""
    word = typed.strip(" '\"“”").lower()
    return "true" if word in YES else "false" if word in NO else None


def address(typed: str) -> str | None:
    """Return a web address that starts with https:// and holds no name or password."""
    if re.match(r"\s*(?!https?)[a-z]+:", typed, re.I):
        return None
    bare = re.sub(r"^[a-z]*:?/{1,2}", "", re.sub(r"\s+", "", typed.strip()), flags=re.I)
    bare = re.sub(r"^[^/@]*@", "", bare)
    return (
        f"https://{bare}"
        if re.match(r"[\w-]+(\.[\w-]+)+(?::\d+)?(?:[/?#]|$)", bare)
        else None
    )


def id_of(typed: str) -> str | None:
    """Return a text as an id: small letters, digits, and single dashes between them."""
    plain = (
        unicodedata.normalize("NFKD", typed).encode("ascii", "ignore").decode().lower()
    )
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return made[:60].rstrip("-") or None
