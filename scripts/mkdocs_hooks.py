"""The door to MkDocs: adds the generated files in memory. The only file that imports mkdocs.

While serving, a mistake in the content is reported and the last good pages stay.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

sys.path.insert(0, str(Path(__file__).parent))

from continuum import CONTENT, WORDS, ContentError, Page, Renderer, Site, Views, load, this_day  # noqa: E402
from continuum.outputs import outputs  # noqa: E402
from continuum.outputs.embeds import oembed_of  # noqa: E402
from continuum.reading import reading  # noqa: E402
from continuum.render import root_of, url_of  # noqa: E402
from continuum.views import Citations  # noqa: E402

log = logging.getLogger("mkdocs.hooks.continuum")

# Of what Material ships, pages use its search worker alone; the frame and the style are our own.
NOT_NEEDED = re.compile(r"assets/(javascripts/(lunr/|bundle)|stylesheets/|images/)|\.map$")


class Build:
    """One build: the renderer, its pages under the paths that MkDocs knows them by, and the frame around every page."""

    def __init__(self, render: Renderer):
        self.render = render
        self.files = list(outputs(render))
        self.pages = {output.path: output for output in self.files if isinstance(output, Page)}
        self.prose: list[tuple[str, str]] = []
        self.frames: dict[tuple[str, str], str] = {}

    def frame(self, part: str, path: str) -> str:
        """Return the top or bottom of the page at `path`. Pages of one depth share theirs, but for the link to the page itself."""
        root, url = root_of(path), url_of(path)
        here = url if url.count("/") == 1 else ""
        key = (part + root, here)
        if key not in self.frames:
            self.frames[key] = self.render(f"frame/{part}.html.j2", root=root, here=here, prose=self.prose)
        return self.frames[key]

    def oembed(self, path: str) -> str:
        """Return the address of what a pasted link to a page becomes, in full, as those who look for it need it."""
        name, site = oembed_of(path), self.render.views.site.url
        return f"{site}oembed/{name}.json" if site and name and path in self.pages else ""

    def lost(self, part: str) -> str:
        """Return a part of the page that stands in for a missing one; its links start at the site's own root."""
        base = re.sub(r"^[a-z]+://[^/]+", "", self.render.views.site.url) or "/"
        return self.render(f"frame/{part}.html.j2", root=base, here="", prose=self.prose)


current: Build | None = None
serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether pages are being served."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the content, and make every file of the site."""
    global current
    content = Path(config.extra.get("content") or CONTENT)
    try:
        continuum, words = load(content, Path(config.extra.get("words") or WORDS))
    except ContentError as error:
        if not (serving and current):
            raise Abort(f"\n{error}") from None
        log.error("%s\nThe last good pages stay.", error)
    else:
        site = Site(config.site_url or "", config.extra.get("edit_address") or "", this_day())
        current = Build(Renderer(Views(continuum, words, site)))
    views = current.render.views
    config.site_name = views.continuum.site.name
    config.theme["language"] = views.words.locale.language
    config.theme["direction"] = views.continuum.direction
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated files, and leave out those of the theme that no page asks for."""
    language = config.theme["language"]
    needed = re.compile(rf"lunr\.({language}|stemmer\.support|multi)\.min\.js$") if language != "en" else None
    for file in [file for file in files if NOT_NEEDED.search(file.src_uri)]:
        if not (needed and needed.search(file.src_uri)):
            files.remove(file)
    for output in current.files:
        files.append(File.generated(config, output.path, content="" if isinstance(output, Page) else output.body))
    return files


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Give generated pages their title, and hand-written ones the numbers they borrow."""
    made = current.pages.get(page.file.src_uri)
    if made is None:
        try:
            return current.render.views.text(markdown)
        except LookupError as error:
            raise Abort(f"docs/{page.file.src_uri}: {error.args[0]}. Fix: write a number like {{{{ iop.hours_per_week }}}}.") from None
    page.meta.update(title=made.title, description=made.description, sheet=made.path.startswith("print/"), same_as=made.same_as)
    if not made.searchable:
        page.meta["search"] = {"exclude": True}
    return ""


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Put in the finished HTML. Markdown would pass it through unchanged, only slower; a test holds us to that."""
    made = current.pages.get(page.file.src_uri)
    if made is None:
        path, views = page.file.src_uri, current.render.views
        end = current.render(
            "pages/_end.html.j2",
            root=root_of(path),
            citations=Citations(),
            page_words=[],
            sheet=False,
            address=url_of(path),
            data=None,
            measured=reading(html, current.render.names) if current.render.names else None,
            review=views.continuum.review,
            edit=views.site.edit.replace("content/levels.yaml", f"docs/{path}"),
        )
        # The hand-written pages are in English; among pages in another language they say so.
        spoken = "" if views.words.language == "en" else ' lang="en" dir="ltr"'
        return f'<div class="prose"{spoken}>{current.render.dated(html, views.continuum.review, "</p>")}</div>{end}'
    page.present_anchor_ids = set(re.findall(r'\sid="([^"]+)"', made.html))
    return made.html


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give the frame of every page to the theme's templates, and the names of the theme's own files."""
    own = [file.page for file in files.documentation_pages() if file.src_uri not in current.pages]
    current.prose = [(page.title, url_of(page.file.src_uri)) for page in own if page]
    workers = [file.src_uri for file in files if re.search(r"assets/javascripts/workers/search\.[^/]+\.js$", file.src_uri)]
    env.globals.update(build=current, words=current.render.views.words, search_worker=workers[0] if workers else "")
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Take out of the search index the headings whose text is left out of it: they would lead to a page a second time."""
    file = Path(config.site_dir) / "search" / "search_index.json"
    if file.exists():
        index = json.loads(file.read_text(encoding="utf-8"))
        index["docs"] = [entry for entry in index["docs"] if entry["text"] or "#" not in entry["location"]]
        file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
