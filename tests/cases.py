"""Small files for tests: a sound one, and changes that break it in one way each."""

from __future__ import annotations

from pathlib import Path

CASES = Path(__file__).parent / "cases"
SOUND = (CASES / "sound.yaml").read_text(encoding="utf-8")


def changed(*names: str) -> str:
    """Return the sound file with the changes of these names.

    In a change, `-` is what stands there and `+` what takes its place. `;` ends a line; a new list
    item starts in the column of the one before it.
    """
    text = SOUND
    for name in names:
        text = _with_change(text, name)
    return text


def _with_change(text: str, name: str) -> str:
    old = ""
    for line in (CASES / f"{name}.change").read_text(encoding="utf-8").split("\n"):
        sign, rest = line[:2], line[2:]
        if sign == "- ":
            old = rest.replace(";", "\n")
            assert old in text, f"{name}: the file does not hold {old!r}"
        elif sign == "+ ":
            new = rest.replace("; - ", "\n      - ").replace(";", "\n")
            text = text.replace(old, new, 1)
    return text
