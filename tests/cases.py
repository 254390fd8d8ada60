"""Small files for tests: a sound one, and changes that break it in one way each."""

from __future__ import annotations

from pathlib import Path

CASES = Path(__file__).parent / "cases"
SOUND = (CASES / "sound.yaml").read_text(encoding="utf-8")


def changed(*names: str) -> str:
    """Return the sound file with the changes of these names. In a change, `-` is what stands there
    and `+` what takes its place.

    `;` ends a line; a new list item starts in the column of the one before it.
    """
    text, old = SOUND, ""
    for name in names:
        for line in (CASES / f"{name}.change").read_text(encoding="utf-8").split("\n"):
            if line.startswith("- "):
                old = line[2:].replace(";", "\n")
                assert old in text, f"{name}: the file does not hold {old!r}"
            elif line.startswith("+ "):
                text = text.replace(
                    old, line[2:].replace("; - ", "\n      - ").replace(";", "\n"), 1
                )
    return text
