"""What stands there -> what should be typed, or None where we cannot tell.

English only, as a help and nothing more.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from calendar import monthrange

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
DIGITS_OF = {
    **{name: str(value) for value, name in enumerate(ONES)},
    **{name: str(value * 10) for value, name in enumerate(TENS, 2)},
}
TWO_WORDS = re.compile(rf"\b({'|'.join(TENS)})[- ]({'|'.join(ONES[1:10])})\b")
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
HALVES = {"½": " .5", "¼": " .25", "¾": " .75"}
YES = {"yes", "y", "on", "true", "t", "1", "x"}
NO = {"no", "n", "off", "false", "f", "0"}

DIGITS = r"\d+(?:\.\d+)?"
RANGE = re.compile(
    rf"\D*?({DIGITS})\D*?(?:-|–|—|−|\bto\b|\band\b|\bbis\b)\s*({DIGITS})[^\d.,:]*"
)
CLOCK = re.compile(r"(\d+):([0-5]\d)")
YEAR_FIRST = re.compile(r"(\d{4})[-/. –](\d{1,2})[-/. –](\d{1,2})|(\d{4})(\d\d)(\d\d)")
YEAR_LAST = re.compile(r"(\d{1,2})[/. –-](\d{1,2})[/. –-](\d{4})")
HOST = re.compile(r"[\w-]+(\.[\w-]+)+(?::\d+)?(?:[/?#]|$)")


def number(value: str) -> str | None:
    """Return what to write for a number or a range: `9`, `min: 9 and max: 20`, `under: 9`."""
    text = _with_digits(value)
    if (ends := RANGE.fullmatch(text)) is not None:
        return f"min: {_plain(ends[1])} and max: {_plain(ends[2])}"
    if re.match(r"[-−–]\s*\d", text) or re.search(r"\d\.\d{3}(?!\d)", text):
        return None
    if re.fullmatch(r"\d{1,3}(\.\d)?e[0-5]", text):
        return _plain(f"{float(text):.2f}")
    if (time := CLOCK.fullmatch(text)) is not None:
        hours = int(time[1]) + int(time[2]) / 60
        return _plain(f"{hours:.2f}")

    found = re.findall(DIGITS, text)
    if len(found) != 1 or re.search(r"\d[eE:/]\d", text):
        return None

    return _with_limit(text, _plain(found[0]))


def _with_limit(text: str, digits: str) -> str:
    """Return a number under the name of the end of a range that the words around it mean."""
    if re.match(r"(under|fewer than|less than|below|<)", text):
        return f"under: {digits}"
    if re.match(r"(up to|at most|≤|<=)", text):
        return f"max: {digits}"

    signed = re.match(r"\+\s*\d", text)
    if not signed and re.search(r"(or more|at least|\+|≥|>)", text):
        return f"min: {digits} and no max"

    return digits


def _with_digits(value: str) -> str:
    """Return a text in small letters, with digits for numbers in words.

    Commas and gaps among digits are gone.
    """
    for sign, digits in HALVES.items():
        value = value.replace(sign, digits)

    text = unicodedata.normalize("NFKC", value).lower().strip(" '\"“”‘’")
    text = re.sub(r"(?<=\d) (?=\.\d)", "", text)
    text = re.sub(r"(?<!\d)\.(?=\d)", "0.", text)
    text = re.sub(r"(?<=\d)[,_'’ ](?=\d{3}(?!\d))|(?<=\d)_(?=\d)", "", text)
    text = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", text)
    text = TWO_WORDS.sub(_sum, text)
    return re.sub(r"[a-z]+", _digits, text)


def _sum(words: re.Match) -> str:
    tens = int(DIGITS_OF[words[1]])
    ones = int(DIGITS_OF[words[2]])
    return str(tens + ones)


def _digits(word: re.Match) -> str:
    return DIGITS_OF.get(word[0], word[0])


def _plain(digits: str) -> str:
    """Return a number without zeros before or after it."""
    whole, _, part = digits.partition(".")
    number = str(int(whole))
    part = part.rstrip("0")
    if not part:
        return number

    return f"{number}.{part}"


def day(value: str) -> str | None:
    """Return a day as year-month-day."""
    text = unicodedata.normalize("NFKC", value).lower().strip(" '\"“”")
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text)
    text = re.split(r"[t ]\d\d:\d\d", text)[0]
    if (found := YEAR_FIRST.fullmatch(text)) is not None:
        year, month, day = filter(None, found.groups())
        return _day(year, month, day)
    if (found := YEAR_LAST.fullmatch(text)) is not None:
        month, day, year = found.groups()
        if "." in text or int(month) > 12:
            month, day = day, month

        return _day(year, month, day)

    return _day_in_words(text)


def _day_in_words(text: str) -> str | None:
    year = re.search(r"\b(\d{4})\b", text)
    day = re.search(r"\b(\d{1,2})\b", text)
    for number, name in enumerate(MONTHS, 1):
        if year and day and re.search(rf"\b{name}", text):
            return _day(year[1], number, day[1])

    return None


def _day(year: str, month: str | int, day: str) -> str | None:
    """Return a day of the calendar; None where it has none of that number."""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def last_of_month(value: str) -> str | None:
    """Return the last day of the month of a day that its month does not have."""
    found = re.fullmatch(r"(\d{4}-(\d\d))-(\d\d)", value)
    if found is None:
        return None

    year, month = int(value[:4]), int(found[2])
    if not year or not 1 <= month <= 12:
        return None

    _, last = monthrange(year, month)
    return f"{found[1]}-{last}" if int(found[3]) > last else None


def truth(value: str) -> str | None:
    """Return `true` or `false`."""
    word = value.strip(" '\"“”").lower()
    if word in YES:
        return "true"

    return "false" if word in NO else None


def address(value: str) -> str | None:
    """Return a web address that starts with https:// and holds no name or password."""
    if re.match(r"\s*(?!https?)[a-z]+:", value, re.I):
        return None

    bare = re.sub(r"\s+", "", value)
    bare = re.sub(r"^[a-z]*:?/{1,2}", "", bare, flags=re.I)
    bare = re.sub(r"^[^/@]*@", "", bare)
    return f"https://{bare}" if HOST.match(bare) else None


def id_of(value: str) -> str | None:
    """Return a text as an id: small letters, digits, and single dashes between them."""
    plain = unicodedata.normalize("NFKD", value)
    letters = plain.encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    made = made[:60].rstrip("-")
    return made or None
