"""`.well-known/security.txt`: where a hole in the site can be told of (RFC 9116)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import cases
import pytest
from contents import content_of, english
from continuum.addresses.web import published_at
from continuum.outputs.files import security
from continuum.rendering.renderer import Renderer
from continuum.report.problem import ContentError
from continuum.settings import Publication, Settings, read_settings
from continuum.views.speaking import Speaker

DAY = date(2026, 11, 28)
PLACE = ".well-known/security.txt"
WRITTEN = """Contact: mailto:safe@care.example
Expires: 2027-05-27T00:00:00Z
Canonical: https://care.example/levels/.well-known/security.txt
Preferred-Languages: en
"""


def made(contact: str, url: str = "", today: date | None = DAY) -> dict[str, str]:
    """Return the file by its path, or nothing, of a site that is built on a day."""
    publication = Publication(url, today=today)
    render = Renderer(Speaker(content_of(cases.SOUND), english(), publication))
    files = security(render, Settings(security=contact))
    return {file.path: file.body.decode() for file in files}


def test_it_says_where_to_write_and_until_when():
    """All that it says comes from the settings, the day of the build and the content."""
    found = made(" mailto:safe@care.example ", "https://care.example/levels")
    assert found == {PLACE: WRITTEN}


@pytest.mark.parametrize("day", [DAY, date(2027, 2, 28), date(2028, 2, 29)])
def test_it_ends_within_a_year_of_the_build(day):
    """So says the standard: what nobody builds any more is no longer believed."""
    lines = made("https://care.example/tell", today=day)[PLACE].splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    assert set(told) == {"Contact", "Expires", "Preferred-Languages"}
    built = datetime(day.year, day.month, day.day, tzinfo=UTC)
    ends = datetime.fromisoformat(told["Expires"]) - built
    assert timedelta(days=90) < ends < timedelta(days=365)


def test_without_a_contact_or_a_day_there_is_none():
    """The project's own settings name nobody: whoever publishes a site does."""
    assert made(read_settings().security) == {}
    assert made("https://care.example/tell", today=None) == {}


@pytest.mark.parametrize(
    "typed",
    [
        "safe@care.example",
        "http://care.example/",
        "mailto:safe",
        "https://care.example/\nExpires: 2099-01-01T00:00:00Z",
        "https://care.example/a b",
    ],
)
def test_what_is_no_contact_ends_the_build(typed):
    """The report names the setting, the value and what to write."""
    settings = replace(read_settings(), security=typed)
    with pytest.raises(ContentError) as caught:
        published_at(settings)
    (problem,) = caught.value.findings.problems
    line = settings.file.read_text(encoding="utf-8").splitlines()[
        problem.place.line - 1
    ]
    assert line.strip().startswith("security_contact:")
    assert typed in problem.text
    assert "mailto:" in problem.fix
