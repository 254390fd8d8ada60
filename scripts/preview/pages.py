"""Settings -> the site at one moment: each file made when it is asked for, as published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from continuum import speaker
from continuum.addresses import path_of
from continuum.outputs import MAKERS, endings, lists, prose
from continuum.outputs.whole import beside, framed
from continuum.reading.characters import decode
from continuum.rendering.output import Output, Page
from continuum.rendering.renderer import Renderer
from continuum.report.problem import ContentError, Findings, Place, Problem
from continuum.settings import SETTINGS, Settings, known_as, read_settings
from markdown import Markdown
from yaml import MarkedYAMLError

# Batches by their numbers: hand-written pages, those of each maker, what speaks of generated ones.
WRITTEN = 0
GENERATED = range(1, 1 + len(MAKERS))
ENDINGS = GENERATED.stop
NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class File:
    """One file as browsers get it. A `page` has the frame around it."""

    path: str
    body: bytes
    page: bool = False


@dataclass(slots=True)
class Batch:
    """What one maker makes: the files that it has made, and those that are to come."""

    to_come: Iterator[Output | Page]
    made: list[Output | Page] = field(default_factory=list)


class Snapshot:
    """The site at one moment, while someone edits it. What was made stays.

    Making a file raises whatever is wrong with the content, the phrases, a hand-written page or a
    template. After that nothing more can be made. `advice` is what might be better. `origins`
    say by path which batch a file came from, before this moment too: so that a page need not wait
    for those made before it.
    """

    files: dict[str, File]

    def __init__(self, settings: Settings, origins: Mapping[str, int] = NOTHING):
        say, self.advice = speaker(settings)
        self.render = Renderer(say)
        drafts = prose.drafts(settings)
        self.frame = framed(self.render, drafts)
        self.files = {}
        self.origins = dict(origins)

        to_come = [
            prose.pages(self.render, settings, drafts),
            *[maker(self.render) for maker in MAKERS],
            self._endings(),
            self._lists(),
            self._lost(),
            beside(self.render, settings),
        ]

        self.batches = [Batch(files) for files in to_come]

    def file(self, address: str) -> File | None:
        """Return the file that stands at an address; None where there is none."""
        path = path_of(address)
        for number in self._most_likely_first(path):
            while path not in self.files:
                was_one = self._make_one(number)
                if not was_one:
                    break

            if path in self.files:
                return self.files[path]

        return None

    def knows(self, address: str) -> bool:
        """Return whether something stands at an address, or did when its batch was last made."""
        path = path_of(address)
        return path in self.origins

    def lost(self) -> File:
        """Return what stands where a page is missing."""
        document = self.frame.lost()
        return File(
            path=document.path,
            body=document.body,
            page=True,
        )

    def rest(self) -> Iterator[None]:
        """Make what nobody has asked for yet, a file at each step."""
        for number in range(len(self.batches)):
            while self._make_one(number):
                yield

    def _most_likely_first(self, path: str) -> Iterator[int]:
        """Yield the numbers of the batches, first of the one that a file came from before."""
        if path in self.origins:
            yield self.origins[path]

        numbers = range(len(self.batches))
        yield from numbers

    def _make_one(self, number: int) -> bool:
        """Make one more file of a batch; return whether there was one."""
        batch = self.batches[number]
        made = next(batch.to_come, None)
        if made is None:
            return False
        file = self._framed(made)
        batch.made.append(made)
        self.files[file.path] = file
        self.origins[file.path] = number
        return True

    def _framed(self, made: Output | Page) -> File:
        if not isinstance(made, Page):
            return File(made.path, made.body)

        document = self.frame.document(made)
        return File(
            path=document.path,
            body=document.body,
            page=True,
        )

    def _everything(self, numbers: Iterable[int]) -> list[Output | Page]:
        """Return all files of these batches, in their order."""
        found = []
        for number in numbers:
            while self._make_one(number):
                pass
            found += self.batches[number].made
        return found

    def _endings(self) -> Iterator[Output | Page]:
        made = self._everything(GENERATED)
        yield from endings(self.render, made)

    def _lists(self) -> Iterator[Output]:
        made = self._everything([WRITTEN, *GENERATED, ENDINGS])
        pages = [file for file in made if isinstance(file, Page)]
        yield from lists(self.render, pages)

    def _lost(self) -> Iterator[Output]:
        yield self.frame.lost()


def settings_at(address: str, file: Path = SETTINGS) -> Settings:
    """Return the settings of a site that stands at an address. Raises ContentError where they
    cannot be used, and OSError where the file cannot be read.
    """
    try:
        found = read_settings(file)
        told = found.extension_settings
        Markdown(extensions=found.extensions, extension_configs=told)
    except OSError:
        raise
    except Exception as error:  # whatever else goes wrong here lies in the settings
        raise _unusable(error, file) from error
    return replace(found, url=address)


def _unusable(error: Exception, file: Path) -> ContentError:
    """Return what is wrong with the settings as a problem of their file."""
    place, said = _told(error)
    problem = Problem(
        place,
        path="",
        text=f"The settings cannot be read. {said}",
        fix="undo the last change.",
    )
    name = known_as(file)
    body = file.read_bytes()
    source = decode(body, name)
    findings = Findings([problem], name, source)
    return ContentError(findings)


def _told(error: Exception) -> tuple[Place, str]:
    """Return what an error says, and the place that it names, or else the start of the file."""
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark
        if mark:
            place = Place(mark.line + 1, mark.column + 1)
            return place, f"{error.problem}."

    words = str(error).split()
    said = " ".join(words)
    return Place(), said
