"""Pages -> what the search looks through, and the worker that does it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from ..addresses import of_file
from ..rendering.output import Output, Page
from ..rendering.text import read, searchable
from ..views.speaking import Speaker

# A word in a heading weighs more than one in a text.
FIELDS = {
    "title": {"boost": 1000.0},
    "text": {"boost": 1.0},
    "tags": {"boost": 1000000.0},
}
SETTING = re.compile(r'^\s*"search\.config\.(\w+)": ("(?:[^"\\]|\\.)*")', re.M)


def index(say: Speaker, pages: Iterable[Page]) -> Output:
    """Return the index of all pages that are searched: an entry for each part of a page."""
    docs = [entry for page in pages if page.entry.searched for entry in entries(page)]
    told = settings_of(say.phrases.locale.language)
    config = {
        "lang": [told["lang"]],
        "separator": told["separator"],
        "pipeline": [step for step in told["pipeline"].split(",") if step.strip()],
        "fields": FIELDS,
    }
    made = json.dumps(
        {"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":")
    )
    return Output(of_file("search-index"), made.encode())


def entries(page: Page) -> Iterator[dict[str, str]]:
    """Yield what the search may find of a page, part by part; a part that says nothing would
    lead there a second time.
    """
    for part in read(page.html).parts():
        if part.text or not part.id:
            yield {
                "location": page.address + (f"#{part.id}" if part.id else ""),
                "title": searchable(part.title or page.title),
                "text": searchable(part.text),
            }


def settings_of(language: str) -> dict[str, str]:
    """Return how Material's worker reads a language: the language of its rules, what parts words,
    and the steps that it takes. What Material does not say of a language is as in English.
    """
    english, own = (
        _folder() / "partials" / "languages" / f"{name}.html"
        for name in ("en", language)
    )
    told = dict(SETTING.findall(english.read_text(encoding="utf-8")))
    if own.exists():
        told |= dict(SETTING.findall(own.read_text(encoding="utf-8")))
    return {name: json.loads(value) for name, value in told.items()}


def worker(language: str) -> Iterator[Output]:
    """Yield Material's search worker, and what it needs for a language other than English."""
    wanted = [_worker()]
    rules = settings_of(language)["lang"]
    if rules != "en":
        names = (f"lunr.{rules}", "lunr.stemmer.support", "lunr.multi")
        folder = _scripts() / "lunr" / "min"
        wanted += [folder / f"{name}.min.js" for name in names]
    for path in wanted:
        if path.exists():
            yield Output(_address(path), path.read_bytes())


def worker_address() -> str:
    """Return where the worker stands, from the root of the site."""
    return _address(_worker())


def _address(path: Path) -> str:
    return of_file("worker") + path.relative_to(_scripts()).as_posix()


def _worker() -> Path:
    """Return the worker's file; its name changes with each release."""
    return next((_scripts() / "workers").glob("search.*.min.js"))


def _scripts() -> Path:
    return _folder() / "assets" / "javascripts"


def _folder() -> Path:
    """Return the folder of Material's templates."""
    return Path(find_spec("material").origin).parent / "templates"
