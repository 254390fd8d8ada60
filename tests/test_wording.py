"""The words to avoid: found where they label, blame, rank or sell, and nowhere else; and no published text holds one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from continuum import load_wording

LINES = Path(__file__).parent / "wording"


def sentences(name: str) -> list[str]:
    """Return the lines of a list of sentences."""
    return [line for line in (LINES / f"{name}.txt").read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def wording():
    """The English lists."""
    return load_wording("en")


def test_each_sentence_that_must_fire_fires(wording):
    """In each of the sentences exactly the named words are found, as a problem or as advice."""
    lines = [re.fullmatch(r"([!?]) (.+?) \| (.+)", line).groups() for line in sentences("fires")]
    assert len(lines) >= 60
    wrong = []
    for mark, words, sentence in lines:
        found = [("?" if hit.term.advice else "!", hit.words.lower()) for hit in wording.find(sentence)]
        if found != [(mark, words.lower())]:
            wrong.append((sentence, found))
    assert wrong == []


def test_each_sentence_that_is_fine_is_left_alone(wording):
    """In none of the sentences anything is found, though many look alike."""
    lines = sentences("fine")
    assert len(lines) >= 60
    assert [(line, hit.words) for line in lines for hit in wording.find(line)] == []


def test_every_term_fires_somewhere(wording):
    """No term of the list is one that nothing can set off."""
    fired = {hit.term.avoid for line in sentences("fires") for hit in wording.find(line.split(" | ")[1])}
    assert [term.avoid for term in wording.lists.terms if term.avoid not in fired] == []
