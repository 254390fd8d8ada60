"""Content -> GitHub's issue forms, so that anyone can report a wrong number or ask for an answer without opening the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from ..language.phrases import Phrases
from ..model.base import FIGURES
from ..model.content import Content

HEAD = "# Written by `make forms` from the levels and numbers in content/levels.yaml. Change that file, or scripts/continuum/forms.py.\n"
PUBLIC = "Please do not write about your own health here, or about anyone else's: this page is public."
UNSURE = "I am not sure"

Form = dict[str, Any]


def forms(content: Content, words: Phrases) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file for `.github/ISSUE_TEMPLATE/`."""
    for name, form in (
        ("correct-a-number", _correct(content, words)),
        ("suggest-a-question", _suggest(content)),
        ("config", _config(content)),
    ):
        yield (
            f"{name}.yml",
            HEAD
            + yaml.safe_dump(form, sort_keys=False, allow_unicode=True, width=1000),
        )


def _correct(content: Content, words: Phrases) -> Form:
    figures = [words(f"level.figure.{figure}") for figure in FIGURES]
    return {
        "name": "Correct a number",
        "description": "A number on a page is wrong, out of date, or said by someone else.",
        "title": "Number: ",
        "body": [
            _opening(
                content,
                "Thank you. You need not fill in everything: the number and where it comes from are enough.",
            ),
            _choice(
                "level",
                "Which level?",
                [*_levels(content), "Another page"],
                required=True,
            ),
            _choice(
                "figure", "Which number?", [*figures, "Something else"], required=True
            ),
            _choice(
                "whose",
                "Whose number is it?",
                [
                    *(authority.name for authority in content.authorities),
                    "Someone else",
                    UNSURE,
                ],
            ),
            _line("says", "What does the page say now?", _example(content, words)),
            _line("should", "What should it say?", required=True),
            _line(
                "source",
                "Where can we read it?",
                "https://",
                "A web address, or the title and page of a document. We print no number without a source.",
                required=True,
            ),
            _text(
                "more",
                "Anything else?",
                "Such as since when it holds, or for whom: adults, teens, one state.",
            ),
        ],
    }


def _suggest(content: Content) -> Form:
    return {
        "name": "Suggest a question",
        "description": "You looked for an answer and did not find it.",
        "title": "Question: ",
        "body": [
            _opening(
                content, "Thank you. Ask it the way you would say it to a friend."
            ),
            _line(
                "question", "What is the question?", _question(content), required=True
            ),
            _choice(
                "level",
                "Which level is it about?",
                [*_levels(content), "All levels", UNSURE],
                required=True,
            ),
            _text(
                "tried",
                "What did you find so far?",
                "What you searched for, and what was missing or hard to read.",
            ),
            _line("source", "Do you know where the answer stands?", "https://"),
        ],
    }


def _config(content: Content) -> Form:
    """Return what stands beside the forms: the first help that has an address."""
    about = f"Nobody here can help you at once. {_in_danger(content)}"
    found = [
        (help.name, one.value)
        for help in content.help
        for one in help.contacts
        if one.value.startswith("https://")
    ]
    links = [
        {"name": f"Help in a crisis: {name}", "url": url, "about": about}
        for name, url in found[:1]
    ]
    return {"blank_issues_enabled": True} | ({"contact_links": links} if links else {})


def _in_danger(content: Content) -> str:
    return " ".join(
        f"{help.strip}? {help.contacts[0].words}."
        for help in content.help
        if help.strip
    )


def _example(content: Content, words: Phrases) -> str:
    """Return the first number of the file, as pages say it."""
    return next(
        (
            words.amount(name, claim)
            for name in FIGURES
            for level in content.levels
            for claim in level.figure(name)
        ),
        "",
    )


def _question(content: Content) -> str:
    """Return the first question of the file."""
    return next(
        (answer.q for group in (content, *content.levels) for answer in group.faq), ""
    )


def _levels(content: Content) -> list[str]:
    return [
        f"{level.name} ({level.acronym})" if level.acronym else level.name
        for level in content.levels
    ]


def _opening(content: Content, thanks: str) -> Form:
    return {
        "type": "markdown",
        "attributes": {"value": f"{thanks}\n\n{PUBLIC}\n\n{_in_danger(content)}"},
    }


def _field(kind: str, id: str, label: str, required: bool, **attributes: Any) -> Form:
    field = {"type": kind, "id": id, "attributes": {"label": label, **attributes}}
    return field | ({"validations": {"required": True}} if required else {})


def _choice(id: str, label: str, options: list[str], required: bool = False) -> Form:
    """Return a list to choose from. GitHub takes no option twice, and puts “None” there itself."""
    return _field(
        "dropdown",
        id,
        label,
        required,
        options=[name for name in dict.fromkeys(options) if name.casefold() != "none"],
    )


def _line(
    id: str,
    label: str,
    example: str = "",
    description: str = "",
    required: bool = False,
) -> Form:
    more = {"placeholder": example, "description": description}
    return _field(
        "input",
        id,
        label,
        required,
        **{name: text for name, text in more.items() if text},
    )


def _text(id: str, label: str, description: str) -> Form:
    return _field("textarea", id, label, required=False, description=description)
