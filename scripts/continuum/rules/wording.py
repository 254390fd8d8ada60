"""Rules about the words of every text: of the content, of phrases and of hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.avoided import Found
from ..language.phrases import Phrases
from ..model.content import Content
from .fault import Fault, at
from .numbers import units
from .subject import CAPITALS, Subject
from .texts import Written

LETTERS = re.compile(r"(?<![\w.@/&-])(?!(?:[IVX]+)\b)[A-Z]{2,5}(?=s?(?![\w@/]|\.\w))")
SHOUT = re.compile(r"\b[A-Z]{6,}\b|!(?!\[)")
TWICE = re.compile(r"\b([^\W\d_]++)\s++\1\b", re.I)  # no word is tried in halves
SPACES = re.compile(r"(?<=\S)  +(?=\S)")


def texts_avoid_the_listed_words(subject: Subject) -> Iterator[Fault]:
    """No text labels people, ranks levels or praises.

    None holds a word from the list in `content/wording/`, but in names and quotations. Who feels
    judged by a page does not ask for care.
    """
    avoided = subject.avoided
    if avoided is None:
        yield _no_list(subject)
        return

    names = names_of_others(subject.content)
    taught = {word.term.lower() for word in subject.content.words}
    for one in subject.prose:
        for found in avoided.find(one.said, names):
            explained = one.by == "readers" or found.words.lower() in taught
            if found.term.advice and explained:
                continue

            source = avoided.lists.sources[found.term.source]
            yield one.fault(
                text=f"“{found.words}”: {found.term.why} ({source.name}).",
                fix=_instead(found),
                span=(found.start, found.start + len(found.words)),
                advice=found.term.advice,
            )


def _no_list(subject: Subject) -> Fault:
    """Return what tells an editor that nobody looked for words."""
    language = subject.phrases.language
    return at(
        subject.content,
        "language",
        text="No list of words to avoid exists for this language, "
        "so none were looked for.",
        fix=f"copy content/wording/en.yaml to content/wording/{language}.yaml "
        "and fill it for this language.",
        advice=True,
    )


def _instead(found: Found) -> str:
    if not found.term.say:
        return "leave it out, or say what is meant."

    words = [f"“{word}”" for word in found.term.say]
    choice = " or ".join(words)
    return f"say {choice}."


def names_of_others(content: Content) -> list[str]:
    """Return the names and titles that others gave, in the order of the alphabet."""
    names = set()
    for one in (*content.authorities, *content.help):
        names.add(one.name)
    for level in content.levels:
        for numbering in level.numbering:
            names.add(numbering.title)
    for source in content.sources:
        names.add(source.publisher)
        names.add(source.title)

    return sorted(names)


def letters_are_explained(subject: Subject) -> Iterator[Fault]:
    """Letters such as IOP are explained.

    A level's are, those in the glossary, those of someone we cite, and those in the list that all
    know. Who is new to this world knows no others.
    """
    if subject.avoided is None:
        return

    for one in subject.prose:
        if not CAPITALS.search(one.said):
            continue

        for found in LETTERS.finditer(one.said):
            letters = found[0]
            if letters in subject.known_letters or _spelled_out(one.said, found):
                continue

            yield one.fault(
                text=f"“{letters}” is explained nowhere.",
                fix="write the words out, or explain the letters under “words:”. "
                "If they only stress a word, use small letters.",
                span=found.span(),
            )


def _spelled_out(text: str, letters: re.Match) -> bool:
    """Return whether the letters stand in brackets after the words they are made from."""
    before = text[: letters.start()]
    if not before.endswith("("):
        return False

    words = re.findall(r"\w+", before)
    first_letters = [word[0] for word in words[-8:]]
    first = "".join(first_letters).upper()
    in_order = ".?".join(letters[0])
    return re.search(f"{in_order}$", first) is not None


def texts_do_not_shout(subject: Subject) -> Iterator[Fault]:
    """No text has an exclamation mark or a word in capitals. Readers may be frightened already."""
    for one in subject.prose:
        if "!" not in one.said and not CAPITALS.search(one.said):
            continue

        for found in SHOUT.finditer(one.said):
            shout = found[0]
            if shout == "!":
                text = "An exclamation mark stands here."
                fix = "end the sentence with a full stop."
            elif subject.avoided and shout not in subject.known_letters:
                text = f"“{shout}” is in capitals."
                fix = "use small letters."
            else:
                continue
            yield one.fault(text, fix, span=found.span())


def nothing_stands_twice(subject: Subject) -> Iterator[Fault]:
    """No word stands twice in a row, and no two spaces between words. Both are slips."""
    for one in subject.prose:
        spaces = None if one.file else SPACES.search(one.text)
        if spaces:
            yield one.fault(
                text="Two spaces stand here.",
                fix="delete one.",
                span=spaces.span(),
            )

        if subject.avoided:
            yield from _repeated(one, subject.avoided.lists.twice)


def _repeated(one: Written, fine: list[str]) -> Iterator[Fault]:
    for found in TWICE.finditer(one.said):
        if found[1].lower() not in fine:
            yield one.fault(
                text=f"“{found[1]}” stands twice in a row.",
                fix="delete one of the two.",
                span=found.span(),
            )


def counted_things_are_in_digits(subject: Subject) -> Iterator[Fault]:
    """A number with a unit of time is written in digits, “9 hours”, so that the eye finds it."""
    digits = _digits(subject.phrases)
    if not digits:
        return

    spelled = "|".join(map(re.escape, digits))
    any_unit = units(subject.phrases)
    pattern = re.compile(rf"\b({spelled})\s+(?:{any_unit.pattern})\b", re.I)

    for one in subject.prose:
        if not any_unit.search(one.said.lower()):
            continue

        for found in pattern.finditer(one.said):
            number, unit = found[1], found[0][len(found[1]) :]
            yield one.fault(
                text=f"“{found[0]}” is written in letters.",
                fix=f"write “{digits[number.lower()]}{unit}”.",
                span=found.span(),
                advice=True,
            )


def _digits(phrases: Phrases) -> dict[str, str]:
    """Return numbers in letters with their digits. One is left out: it is also an article."""
    found = {}
    for value, names in phrases.under("prose.numbers").items():
        if value != "1":
            found |= dict.fromkeys(names.split(), value)
    return found


RULES = [
    texts_avoid_the_listed_words,
    letters_are_explained,
    texts_do_not_shout,
    nothing_stands_twice,
    counted_things_are_in_digits,
]
