"""Rules about the words of every text: of the content, of the site's own words and of hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.avoided import Excuse
from ..language.grade import WORD, grade_of, sentences
from ..language.phrases import Phrases
from ..model.content import Content
from ..report.problem import Problem
from .fault import Fault, at
from .texts import as_read, written

LONG, TOO_LONG = 25, 30  # words in a sentence
HARD, TOO_HARD, EASY = 8.0, 10.0, 6.9  # school years
LEAST_TO_GRADE, LEAST_OF_EASY = 30, 8  # words; what is shorter gives a grade by chance
MUST_BE_EASY = {
    ("Level", "in_short"),
    ("Topic", "in_short"),
    ("Level", "next_step"),
    ("Topic", "next_step"),
    ("Danger", "title"),
    ("Danger", "text"),
    ("Help", "when"),
    ("Help", "what"),
}
LETTERS = re.compile(r"(?<![\w.@/&-])(?!(?:[IVX]+)\b)[A-Z]{2,5}(?=s?(?![\w@/]|\.\w))")
SHOUT = re.compile(r"\b[A-Z]{6,}\b|!(?!\[)")
TWICE = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.I)
SPACES = re.compile(r"(?<=\S)  +(?=\S)")


def texts_avoid_the_listed_words(content: Content, words: Phrases) -> Iterator[Fault]:
    """No text labels people, ranks levels or praises. None holds a word from the list in `content/wording/`, but in names and quotations."""
    if words.wording is None:
        fix = f"copy content/wording/en.yaml to content/wording/{words.language}.yaml and fill it for this language."
        yield at(
            content,
            "language",
            text="No list of words to avoid exists for this language, so none were looked for.",
            fix=fix,
            advice=True,
        )
        return
    names, lists = names_of_others(content), words.wording.lists
    taught = {word.term.lower() for word in content.words}
    for one in written(content, words):
        for found in words.wording.find(one.said, names):
            term = found.term
            if term.advice and (one.kind[1] == "q" or found.words.lower() in taught):
                continue
            text = f"“{found.words}”: {term.why} ({lists.sources[term.source].name})."
            yield one.fault(
                text, _instead(term.say), found.start, found.words, term.advice
            )


def _instead(say: list[str]) -> str:
    return (
        f"say {' or '.join(f'“{word}”' for word in say)}."
        if say
        else "leave it out, or say what is meant."
    )


def names_of_others(content: Content) -> list[str]:
    """Return the names and titles that others gave."""
    titles = {
        numbering.title for level in content.levels for numbering in level.numbering
    }
    sources = {
        name for source in content.sources for name in (source.publisher, source.title)
    }
    return sorted(
        {
            *titles,
            *sources,
            *(one.name for one in (*content.authorities, *content.help)),
        }
    )


def letters_are_explained(content: Content, words: Phrases) -> Iterator[Fault]:
    """Letters such as IOP are explained: as a level's, in the glossary, as someone's we cite, or in the list of letters that all know."""
    if words.wording is None:
        return
    known = _known_letters(content) | set(words.wording.lists.letters)
    for one in written(content, words):
        for found in LETTERS.finditer(one.said):
            if found[0] not in known and not _spelled_out(one.said, found):
                fix = "write the words out, or explain the letters under “words:”. If they only stress a word, use small letters."
                yield one.fault(
                    f"“{found[0]}” is explained nowhere.", fix, found.start(), found[0]
                )


def _known_letters(content: Content) -> set[str]:
    names = [level.acronym or "" for level in content.levels]
    names += [name for word in content.words for name in (word.term, *word.also)]
    names += [one.name for one in (*content.authorities, *content.help)]
    return {letters for name in names for letters in re.findall(r"[A-Z]{2,}", name)}


def _spelled_out(text: str, letters: re.Match) -> bool:
    """Return whether the letters stand in brackets after the words they are made from."""
    if text[letters.start() - 1 : letters.start()] != "(":
        return False
    first = "".join(
        word[0] for word in re.findall(r"\w+", text[: letters.start()])[-8:]
    ).upper()
    return re.search(".?".join(letters[0]) + "$", first) is not None


def texts_do_not_shout(content: Content, words: Phrases) -> Iterator[Fault]:
    """No text has an exclamation mark or a word in capitals."""
    known = _known_letters(content) | set(
        words.wording.lists.letters if words.wording else ()
    )
    for one in written(content, words):
        for found in SHOUT.finditer(one.said):
            if found[0] == "!":
                yield one.fault(
                    "An exclamation mark stands here.",
                    "end the sentence with a full stop.",
                    found.start(),
                    "!",
                )
            elif words.wording and found[0] not in known:
                yield one.fault(
                    f"“{found[0]}” is in capitals.",
                    "use small letters.",
                    found.start(),
                    found[0],
                )


def nothing_stands_twice(content: Content, words: Phrases) -> Iterator[Fault]:
    """No word stands twice in a row, and no two spaces between words."""
    for one in written(content, words):
        found = (
            None if one.file.endswith(".md") or one.node else SPACES.search(one.text)
        )
        if found:
            yield one.fault(
                "Two spaces stand here.", "delete one.", found.start(), found[0]
            )
        for found in TWICE.finditer(one.said) if words.wording else ():
            if found[1].lower() not in words.wording.lists.twice:
                yield one.fault(
                    f"“{found[1]}” stands twice in a row.",
                    "delete one of the two.",
                    found.start(),
                    found[0],
                )


def counted_things_are_in_digits(content: Content, words: Phrases) -> Iterator[Fault]:
    """A number with a unit of time is written in digits, “9 hours”, so that the eye finds it."""
    many = {
        value: names.split()
        for value, names in words.under("prose.numbers").items()
        if value != "1"
    }
    digits = {name: value for value, names in many.items() for name in names}
    if not digits:
        return
    pattern = re.compile(
        rf"\b({'|'.join(map(re.escape, digits))})\s+(?:{'|'.join(words.under('prose.units').values())})\b",
        re.I,
    )
    for one in written(content, words):
        for found in pattern.finditer(one.said):
            fix = f"write “{digits[found[1].lower()]}{found[0][len(found[1]) :]}”."
            yield one.fault(
                f"“{found[0]}” is written in letters.",
                fix,
                found.start(),
                found[0],
                advice=True,
            )


def sentences_are_short(content: Content, words: Phrases) -> Iterator[Fault]:
    """A sentence has at most 25 words, and never more than 30."""
    read = as_read(content, words)
    for one in written(content, words) if _english(words) else ():
        if one.text.count(" ") < LONG:
            continue
        for sentence in sentences(read(one.plain)):
            if (count := len(sentence.split())) > LONG:
                start, limit = (
                    " ".join(sentence.split()[:4]),
                    LONG if count <= TOO_LONG else TOO_LONG,
                )
                text = f"The sentence that starts “{start}” has {count} words. It should have {limit} or fewer."
                yield one.fault(
                    text, "make two sentences of it.", advice=count <= TOO_LONG
                )


def texts_read_easily(content: Content, words: Phrases) -> Iterator[Fault]:
    """A text reads at grade 8, and never above 10; a short answer, a next step, a warning and help in a crisis at 6.9."""
    read = as_read(content, words)
    for one in written(content, words) if _english(words) else ():
        easy = one.kind in MUST_BE_EASY or (
            one.group is not None and " > warnings > " in one.group.path
        )
        least, limit = (LEAST_OF_EASY, EASY) if easy else (LEAST_TO_GRADE, HARD)
        if (
            len(one.text) < 4 * least
            or len(WORD.findall(said := read(one.plain))) < least
        ):
            continue
        if (grade := grade_of(said)) > limit:
            text = f"This text reads at grade {grade}. It should be {limit:g} or lower."
            yield one.fault(
                text,
                "use shorter words and shorter sentences.",
                advice=not easy and grade <= TOO_HARD,
            )


def _english(words: Phrases) -> bool:
    """Return whether the grade's formula is made for this language."""
    return words.locale.language == "en"


def unexcused(
    faults: list[tuple[str, Fault]], content: Content, words: Phrases
) -> list[tuple[str, Fault]]:
    """Return the faults that no exception in the lists excuses. An exception that excuses nothing any more is a fault itself."""
    kept, wording = faults, words.wording
    for index, excuse in enumerate(wording.lists.exceptions if wording else ()):
        left = [
            (rule, fault)
            for rule, fault in kept
            if not _excuses(excuse, rule, fault.problem)
        ]
        if len(left) == len(kept) and _is_stale(excuse, content, words):
            text = f"Nothing at this place breaks the rule “{excuse.rule}” any more."
            place = wording.tree.find("exceptions", index, "where").spot
            left.append(
                (
                    "exceptions",
                    Fault(
                        Problem(
                            place,
                            "exceptions > where",
                            text,
                            "delete this exception.",
                            file=wording.file,
                        )
                    ),
                )
            )
        kept = left
    return kept


def _excuses(excuse: Excuse, rule: str, problem: Problem) -> bool:
    said = excuse.words is None or f"“{excuse.words}”".lower() in problem.text.lower()
    return (
        rule == excuse.rule
        and rule in NAMES
        and said
        and _lies_in(problem.path, excuse.where)
    )


def _is_stale(excuse: Excuse, content: Content, words: Phrases) -> bool:
    """Return whether the place exists, or the rule does not. An exception for a level that other content lacks harms no one."""
    return excuse.rule not in NAMES or any(
        _lies_in(one.way_to_it, excuse.where) for one in written(content, words)
    )


def _lies_in(path: str, where: str) -> bool:
    return f"{path} > ".startswith(f"{where} > ")


RULES = [
    texts_avoid_the_listed_words,
    letters_are_explained,
    texts_do_not_shout,
    nothing_stands_twice,
    counted_things_are_in_digits,
    sentences_are_short,
    texts_read_easily,
]
NAMES = {rule.__name__ for rule in RULES}
