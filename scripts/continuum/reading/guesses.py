"""What stands there -> what should be typed, or None where we cannot tell.

English only, as a help and nothing more.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from calendar import monthrange

ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# Patterns here are texts: each is compiled when a fault first needs it, and most files have none.
DIGITS_OF = {
    **{name: str(value) for value, name in enumerate(ONES)},
    **{name: str(value * 10) for value, name in enumerate(TENS, 2)},
}
TWO_WORDS = rf"\b({'|'.join(TENS)})[- ]({'|'.join(ONES[1:10])})\b"
MONTHS = [
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
]
LENGTH_OF_ID = 60
HALVES = {"½": " .5", "¼": " .25", "¾": " .75"}
YES = {"yes", "y", "on", "true", "t", "1", "x"}
NO = {"no", "n", "off", "false", "f", "0"}

DIGITS = r"\d+(?:\.\d+)?"
RANGE = rf"\D*?({DIGITS})\D*?(?:-|–|—|−|\bto\b|\band\b|\bbis\b)\s*({DIGITS})[^\d.,:]*"
UNDER = r"under|fewer than|less than|below|<"
MOST = r"up to|at most|≤|<="
LEAST = r"or more|at least|\+|≥|>"
SIGNED = r"\+\s*\d"
NEGATIVE = r"[-−–]\s*\d"
THOUSANDS = r"\d\.\d{3}(?!\d)"  # a point may part them, or begin a fraction
POWER = r"\d{1,3}(\.\d)?e[0-5]"
JOINED = r"\d[eE:/]\d"
MINUTES = 60  # in an hour
CLOCK = r"(\d+):([0-5]\d)"
YEAR_FIRST = r"(\d{4})[-/. –](\d{1,2})[-/. –](\d{1,2})|(\d{4})(\d\d)(\d\d)"
YEAR_LAST = r"(\d{1,2})[/. –-](\d{1,2})[/. –-](\d{4})"
YEAR = r"\b\d{4}\b"
DAY = r"\b\d{1,2}\b"
ORDINAL = r"(?<=\d)(st|nd|rd|th)\b"
TIME_OF_DAY = r"[t ]\d\d:\d\d"
HOST = r"[\w-]+(\.[\w-]+)+(?::\d+)?(?:[/?#]|$)"


def number(value: str) -> str | None:
    """Return what to write for a number or a range: `9`, `min: 9 and max: 20`, `under: 9`."""
    text = _with_digits(value)
    ends = re.fullmatch(RANGE, text)
    if ends is not None:
        least = _plain(ends[1])
        most = _plain(ends[2])
        return f"min: {least} and max: {most}"
    if re.match(NEGATIVE, text) or re.search(THOUSANDS, text):
        return None
    if re.fullmatch(POWER, text):
        return _rounded(float(text))

    time = re.fullmatch(CLOCK, text)
    if time is not None:
        part = int(time[2]) / MINUTES
        return _rounded(int(time[1]) + part)

    found = re.findall(DIGITS, text)
    if len(found) != 1 or re.search(JOINED, text):
        return None

    digits = _plain(found[0])
    return _with_limit(text, digits)


def _with_limit(text: str, digits: str) -> str:
    """Return a number under the name of the end of a range that the words around it mean."""
    if re.match(UNDER, text):
        return f"under: {digits}"
    if re.match(MOST, text):
        return f"max: {digits}"

    signed = re.match(SIGNED, text)
    if not signed and re.search(LEAST, text):
        return f"min: {digits} and no max"

    return digits


def _with_digits(value: str) -> str:
    """Return a text in small letters, with digits for numbers in words.

    Commas and gaps among digits are gone.
    """
    for sign, digits in HALVES.items():
        value = value.replace(sign, digits)

    wide = unicodedata.normalize("NFKC", value)
    text = wide.lower()
    text = text.strip(" '\"“”‘’")
    text = re.sub(r"(?<=\d) (?=\.\d)", "", text)
    text = re.sub(r"(?<!\d)\.(?=\d)", "0.", text)
    text = re.sub(r"(?<=\d)[,_'’ ](?=\d{3}(?!\d))|(?<=\d)_(?=\d)", "", text)
    text = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", text)
    text = re.sub(TWO_WORDS, _sum, text)
    return re.sub(r"[a-z]+", _digits, text)


def _sum(words: re.Match) -> str:
    tens = int(DIGITS_OF[words[1]])
    ones = int(DIGITS_OF[words[2]])
    return str(tens + ones)


def _digits(found: re.Match) -> str:
    word = found[0]
    return DIGITS_OF.get(word, word)


def _rounded(value: float) -> str:
    digits = f"{value:.2f}"
    return _plain(digits)


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
    plain = unicodedata.normalize("NFKC", value)
    text = plain.lower()
    text = text.strip(" '\"“”")
    text = re.sub(ORDINAL, "", text)
    text, *_ = re.split(TIME_OF_DAY, text)

    found = re.fullmatch(YEAR_FIRST, text)
    if found is not None:
        year, month, day = filter(None, found.groups())
        return _day(year, month, day)

    found = re.fullmatch(YEAR_LAST, text)
    if found is not None:
        month, day, year = found.groups()
        day_first = "." in text or int(month) > 12
        if day_first:
            month, day = day, month

        return _day(year, month, day)

    return _day_in_words(text)


def _day_in_words(text: str) -> str | None:
    year = re.search(YEAR, text)
    day = re.search(DAY, text)
    if year is None or day is None:
        return None

    for number, name in enumerate(MONTHS, 1):
        if re.search(rf"\b{name}", text):
            return _day(year[0], number, day[0])

    return None


def _day(year: str, month: str | int, day: str) -> str | None:
    """Return a day of the calendar; None where it has none of that number."""
    try:
        found = datetime.date(
            int(year),
            int(month),
            int(day),
        )
    except ValueError:
        return None

    return found.isoformat()


def last_of_month(value: str) -> str | None:
    """Return the last day of the month of a day that its month does not have."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
    if found is None:
        return None

    year = int(found[1])
    month = int(found[2])
    day = int(found[3])
    if not year or not 1 <= month <= 12:
        return None

    _, last = monthrange(year, month)
    if day <= last:
        return None

    return f"{found[1]}-{found[2]}-{last}"


def truth(value: str) -> str | None:
    """Return `true` or `false`."""
    word = value.strip(" '\"“”").lower()
    if word in YES:
        return "true"
    if word in NO:
        return "false"

    return None


def address(value: str) -> str | None:
    """Return a web address that starts with https:// and holds no name or password."""
    if re.match(r"\s*(?!https?)[a-z]+:", value, re.I):
        return None

    bare = re.sub(r"\s+", "", value)
    bare = re.sub(r"^[a-z]*:?/{1,2}", "", bare, flags=re.I)
    bare = re.sub(r"^[^/@]*@", "", bare)
    if not re.match(HOST, bare):
        return None

    return f"https://{bare}"


def id_of(value: str) -> str | None:
    """Return a text as an id: small letters, digits, and single dashes between them."""
    plain = unicodedata.normalize("NFKD", value)
    letters = plain.encode("ascii", "ignore")
    small = letters.decode().lower()
    dashed = re.sub(r"[^a-z0-9]+", "-", small)
    whole = dashed.strip("-")
    made = whole[:LENGTH_OF_ID].rstrip("-")
    return made or None
