"""Letters come in six sizes and buttons in two kinds, whatever page they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

STYLES = ("assets/site.css", "assets/more.css")
SIZES = {"fine", "small", "plain", "large", "heading", "title"}
# What has a size of its own, and why.
OTHERWISE = {
    "html": "what the reader's browser says",
    ".continuum": "letters in a picture grow with it",
    ".marks text": "letters in a picture grow with it",
    ".proof > span": "words that are heard, of which only the numbers are seen",
}
# What is pressed, and what alone may say how that looks.
BUTTON = re.compile(
    r"(^|\s)(button|\[type=submit\]|\[role=tab\]\S*"
    r"|\.links a|\.reach a|\.heard \.chip)$"
)
LOOK = ("background", "border-radius", "color", "font-weight", "padding")


def rules(style: str) -> Iterator[tuple[str, str]]:
    """Yield each selector and its declarations as screens have them: paper has sizes in points."""
    screen = re.sub(r"/\*.*?\*/", "", style.partition("@media print")[0], flags=re.S)
    for selectors, said in re.findall(r"([^{}]+)\{([^{}]*)\}", screen):
        yield " ".join(selectors.split()), said


def sizes(said: str) -> list[str]:
    """Return the sizes of letters among declarations; what only inherits one has none."""
    found = re.findall(r"font-size: *([^;}]+)|font: *([^;}]+)", said)
    return [
        one.strip() for pair in found for one in pair if one and "inherit" not in one
    ]


@pytest.mark.parametrize("path", STYLES)
def test_letters_come_in_six_sizes(path, generated):
    """Every size is one of six by name, but in pictures and in what nobody sees."""
    wrong, used = [], set()
    for selectors, said in rules(generated[path].body.decode()):
        for size in sizes(said):
            name = re.search(r"var\(--(\w+)\)", size)
            if name and name[1] in SIZES:
                used.add(name[1])
            elif not selectors.startswith(tuple(OTHERWISE)):
                wrong.append(f"{selectors}: {size}")
    assert wrong == []
    assert used == SIZES or path != STYLES[0]


def test_paper_has_the_same_six_sizes_in_points(generated):
    """Each of the six is said anew for paper."""
    style = generated[STYLES[0]].body.decode()
    print_ = style.partition("@media print")[2]
    assert set(re.findall(r"--(\w+): [\d.]+pt;", print_)) == SIZES


def test_buttons_come_in_two_kinds(generated):
    """One rule says how a button looks, and one how that looks which is to be done first."""
    found = []
    for path in STYLES:
        for selectors, said in rules(generated[path].body.decode()):
            names = [name.strip() for name in selectors.split(",")]
            if any(map(BUTTON.search, names)):
                found += [
                    selectors for part in LOOK if re.search(rf"(^|[\s;]){part}: ", said)
                ]
    assert len(set(found)) == 2, found
