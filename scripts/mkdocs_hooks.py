"""The door to MkDocs: adds the generated files in memory. The only file that imports mkdocs.

Publishing goes through MkDocs' own build. `Preview` makes the same files one by one, as `serve.py` asks for them.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

sys.path.insert(0, str(Path(__file__).parent))

from continuum import examine  # noqa: E402
from continuum.addresses import (
    oembed_of,  # noqa: E402
    root_of,
)
from continuum.language.borrowed import PLACEHOLDER  # noqa: E402
from continuum.language.grade import reading  # noqa: E402
from continuum.outputs import ALONE, OUTPUTS, endings, outputs  # noqa: E402
from continuum.reading.tree import decode  # noqa: E402
from continuum.rendering.output import Output, Page  # noqa: E402
from continuum.rendering.renderer import (
    Renderer,  # noqa: E402
    url_of,  # noqa: E402
)
from continuum.report.problem import (  # noqa: E402
    ContentError,  # noqa: E402
    Findings,
    Place,
    Problem,
)
from continuum.settings import CONTENT, ROOT, WORDS, this_day  # noqa: E402
from continuum.views.speaking import (  # noqa: E402
    Citations,  # noqa: E402
    Site,
    Views,
)

# Of what Material ships, pages use its search worker alone; the frame and the style are our own.
NOT_NEEDED = re.compile(
    r"assets/(javascripts/(lunr/|bundle)|stylesheets/|images/)|\.map$"
)


class Build:
    """One build: the renderer, its pages under the paths that MkDocs knows them by, and the frame around every page."""

    def __init__(self, render: Renderer, files: Iterable[Output | Page]):
        self.render = render
        self.files = list(files)
        self.pages = {
            output.path: output for output in self.files if isinstance(output, Page)
        }
        self.prose: list[tuple[str, str]] = []
        self.frames: dict[tuple[str, str], str] = {}

    def frame(self, part: str, path: str) -> str:
        """Return the top or bottom of the page at `path`. Pages of one depth share theirs, but for the link to the page itself."""
        root, url = root_of(path), url_of(path)
        here = url if url.count("/") == 1 else ""
        key = (part + root, here)
        if key not in self.frames:
            self.frames[key] = self.render(
                f"frame/{part}.html.j2", root=root, here=here, prose=self.prose
            )
        return self.frames[key]

    def oembed(self, path: str) -> str:
        """Return the address of what a pasted link to a page becomes, in full, as those who look for it need it."""
        name, site = oembed_of(path), self.render.views.site.url
        return (
            f"{site}oembed/{name}.json" if site and name and path in self.pages else ""
        )

    def lost(self, part: str) -> str:
        """Return a part of the page that stands in for a missing one; its links start at the site's own root."""
        base = re.sub(r"^[a-z]+://[^/]+", "", self.render.views.site.url) or "/"
        return self.render(
            f"frame/{part}.html.j2", root=base, here="", prose=self.prose
        )


current: Build | None = None


def on_startup(command: str, dirty: bool) -> None:
    """Send those who would serve by MkDocs to the preview: its script may not run in our pages, and a mistake would hang it."""
    if command == "serve":
        raise Abort("To see the site while you edit it, use: make serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the content, and make every file of the site."""
    global current
    try:
        render, _ = renderer(config)
    except ContentError as error:
        raise Abort(f"\n{error}") from None
    current = Build(render, outputs(render))
    name_site(config, current)
    return config


def renderer(config: MkDocsConfig) -> tuple[Renderer, Findings]:
    """Return what renders the site that the settings describe, and what might be better. Raises ContentError with every problem."""
    content, words, advice = examine(
        Path(config.extra.get("content") or CONTENT),
        Path(config.extra.get("words") or WORDS),
    )
    site = Site(
        config.site_url or "", config.extra.get("edit_address") or "", this_day()
    )
    return Renderer(Views(content, words, site)), advice


def name_site(config: MkDocsConfig, build: Build) -> None:
    """Put the site's name, language and direction, which stand in the content, among the settings."""
    views = build.render.views
    config.site_name = views.content.site.name
    config.theme["language"] = views.phrases.locale.language
    config.theme["direction"] = views.content.direction


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated files, and leave out those of the theme that no page asks for."""
    for file in [file for file in files if not needed(file, config.theme["language"])]:
        files.remove(file)
    for output in current.files:
        files.append(
            File.generated(
                config,
                output.path,
                content="" if isinstance(output, Page) else output.body,
            )
        )
    return files


def needed(file: File, language: str) -> bool:
    """Return whether a page asks for this file, in that language."""
    stemmers = language != "en" and re.search(
        rf"lunr\.({language}|stemmer\.support|multi)\.min\.js$", file.src_uri
    )
    return bool(stemmers) or not NOT_NEEDED.search(file.src_uri)


def on_page_markdown(
    markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
) -> str:
    """Give generated pages their title, and hand-written ones the numbers they borrow."""
    made = current.pages.get(page.file.src_uri)
    if made is None:
        try:
            return current.render.views.text(markdown)
        except LookupError as error:
            raise Abort(
                f"docs/{page.file.src_uri}: {error.args[0]}. Fix: write a number like {{{{ iop.hours_per_week }}}}."
            ) from None
    page.meta.update(
        title=made.title,
        description=made.description,
        sheet=made.path.startswith("print/"),
        same_as=made.same_as,
    )
    if not made.searchable:
        page.meta["search"] = {"exclude": True}
    return ""


def on_page_content(
    html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
) -> str:
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
            measured=reading(html, current.render.names)
            if current.render.names
            else None,
            review=views.content.review,
            edit=views.site.edit.replace("content/levels.yaml", f"docs/{path}"),
        )
        # The hand-written pages are in English; among pages in another language they say so.
        spoken = "" if views.phrases.language == "en" else ' lang="en" dir="ltr"'
        return f'<div class="prose"{spoken}>{current.render.dated(html, views.content.review, "</p>")}</div>{end}'
    page.present_anchor_ids = set(re.findall(r'\sid="([^"]+)"', made.html))
    return made.html


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give the frame of every page to the theme's templates, and the names of the theme's own files."""
    own = [
        file.page
        for file in files.documentation_pages()
        if file.src_uri not in current.pages
    ]
    current.prose = [(page.title, url_of(page.file.src_uri)) for page in own if page]
    return lend(env, current, files)


def lend(env: Environment, build: Build, files: Iterable[File]) -> Environment:
    """Return the theme's templates with what the frame of every page needs."""
    workers = [
        file.src_uri
        for file in files
        if re.search(r"assets/javascripts/workers/search\.[^/]+\.js$", file.src_uri)
    ]
    env.globals.update(
        build=build,
        words=build.render.views.phrases,
        search_worker=workers[0] if workers else "",
    )
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Take out of the search index the headings whose text is left out of it: they would lead to a page a second time."""
    file = Path(config.site_dir) / "search" / "search_index.json"
    if file.exists():
        index = json.loads(file.read_text(encoding="utf-8"))
        index["docs"] = [
            entry
            for entry in index["docs"]
            if entry["text"] or "#" not in entry["location"]
        ]
        file.write_text(
            json.dumps(index, ensure_ascii=False, separators=(",", ":")),
            encoding="utf-8",
        )


@cache
def settings(text: str, address: str, folder: Path) -> tuple[MkDocsConfig, list[File]]:
    """Return the settings in `mkdocs.yml` and the files that the theme brings. Its text decides whether both are read again.

    Files that MkDocs must write go into `folder`. Raises ContentError where MkDocs refuses the settings.
    """
    try:
        config = load_config(
            str(ROOT / "mkdocs.yml"), hooks=[], site_url=address, site_dir=str(folder)
        )
    except MkDocsException as error:
        said, fix = (
            re.sub(r"\s+", " ", str(error)),
            "undo the last change, or read what stands in the terminal.",
        )
        problem = Problem(Place(), "", f"The settings cannot be read. {said}", fix)
        raise ContentError(Findings([problem], "mkdocs.yml", text)) from None
    config.plugins.on_startup(command="build", dirty=False)
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return config, list(files)


def paths_of(address: str) -> list[str]:
    """Return the files that may stand at an address: a page, or another file in its folder."""
    return (
        [address]
        if address and not address.endswith("/")
        else [f"{address}index.html", f"{address}index.md", f"{address[:-1]}.md"]
    )


class Preview:
    """The site at one moment, while someone edits it: each file is made when it is asked for, as it is published.

    Making a file raises whatever is wrong with the content, the words, a hand-written page or a template. What was made stays.
    """

    makers: dict[
        str, Callable
    ] = {}  # by path: what made a file the last time makes it again without making all before it

    def __init__(self, address: str, folder: Path):
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        self.config, self.theme = settings(text, address, folder)
        render, self.advice = renderer(self.config)
        self.build = Build(render, [])
        self.made: dict[str, Output | Page] = {}
        self.framed: dict[str, str] = {}
        self.under_way: dict[Callable, Iterator] = {
            maker: maker(render) for maker in OUTPUTS
        } | {endings: self._endings()}
        self.broken: Exception | None = None
        name_site(self.config, self.build)
        self.config.plugins.on_config(self.config)
        self.own = get_files(self.config)
        self.prose = {file.src_uri: file for file in self.own.documentation_pages()}
        self.build.prose = [
            (self._titled(file).title, url_of(path))
            for path, file in self.prose.items()
        ]

    @cached_property
    def env(self) -> Environment:
        """The templates of the frame around every page."""
        return lend(self.config.theme.get_env(), self.build, self.theme)

    @cached_property
    def files(self) -> Files:
        """Every file of the site: links of hand-written pages are looked up in them."""
        for maker in self.under_way:
            while self._step(maker):
                pass
        return on_files(Files([*self.own, *self.theme]), self.config)

    def answer(self, address: str) -> tuple[str, bytes] | None:
        """Return the path of the file that stands at an address, and what it holds; None where there is none."""
        if address == "search/search_index.json":
            return address, self._search_index()
        paths, folder = paths_of(address), not address or address.endswith("/")
        path = next(
            (path for path in paths if folder and path in self.prose), ""
        ) or self._make(paths)
        if path in self.made and not isinstance(self.made[path], Page):
            return path, self.made[path].body
        if path:
            return (path, self.page(path).encode()) if folder else None
        brought = (
            file
            for file in [*self.own, *self.theme]
            if file.src_uri == address and not file.is_documentation_page()
        )
        return next(
            (
                (address, file.content_bytes)
                for file in brought
                if needed(file, self.config.theme["language"])
            ),
            None,
        )

    def knows(self, address: str) -> bool:
        """Return whether something stood at an address the last time everything was made."""
        return any(
            path in self.makers or path in self.prose for path in paths_of(address)
        )

    def page(self, path: str) -> str:
        """Return the page made from a file, hand-written or made already."""
        global current
        current = self.build
        if path not in self.framed:
            self.framed[path] = self._frame(path)
        return self.framed[path]

    def finished(self) -> dict[str, bytes]:
        """Return what has been made so far, by path."""
        others = {
            path: file.body
            for path, file in self.made.items()
            if not isinstance(file, Page)
        }
        return others | {path: page.encode() for path, page in self.framed.items()}

    def lost(self) -> str:
        """Return what stands where a page is missing."""
        return self.env.get_template("404.html").render(
            get_context(Navigation([], []), [], self.config, base_url="/")
        )

    def rest(self) -> Iterator[None]:
        """Make what nobody has asked for yet, a little at each step. What is wrong with it is raised."""
        for maker in self.under_way:
            while self._step(maker):
                yield
        for path in [*self.prose, *self.build.pages]:
            yield self.page(path) and None

    def _make(self, paths: list[str]) -> str:
        """Make what it takes to have one of the generated files; return which one it is, or nothing."""
        known = [self.makers[path] for path in paths if path in self.makers]
        for maker in [*known, *self.under_way]:
            while not (
                found := next((path for path in paths if path in self.made), "")
            ) and self._step(maker):
                pass
            if found:
                return found
        return ""

    def _step(self, maker: Callable) -> bool:
        """Make one more file; return whether there was one. After a failure nothing more is made."""
        if self.broken:
            raise self.broken
        try:
            file = next(self.under_way[maker], None)
        except Exception as error:
            self.broken = error
            raise
        if file is None:
            return False
        self.made[file.path] = file
        self.build.files.append(file)
        if isinstance(file, Page):
            self.build.pages[file.path] = file
        if maker in ALONE:
            self.makers[file.path] = maker
        return True

    def _endings(self) -> Iterator[Output | Page]:
        """Yield what speaks of all pages, in the order in which publishing makes them."""
        rank = {path: OUTPUTS.index(maker) for path, maker in self.makers.items()}
        yield from endings(
            self.build.render,
            sorted(
                self.build.pages.values(),
                key=lambda page: rank.get(page.path, len(OUTPUTS)),
            ),
        )

    def _titled(self, file: File) -> MkDocsPage:
        """Return a page with what it says about itself. Raises ContentError for numbers that a hand-written page borrows and that do not exist."""
        name = f"docs/{file.src_uri}"
        text = decode(file.content_bytes, name)
        if problems := list(self._borrowed(text)):
            raise ContentError(Findings(problems, name, text))
        page = MkDocsPage(None, file, self.config)
        page.read_source(self.config)
        return page

    def _borrowed(self, text: str) -> Iterator[Problem]:
        for found in PLACEHOLDER.finditer(text):
            try:
                self.build.render.views.text(found[0])
            except LookupError as error:
                before = text[: found.start()]
                place = Place(
                    before.count("\n") + 1,
                    found.start() - before.rfind("\n"),
                    len(found[0]),
                )
                yield Problem(
                    place,
                    "",
                    f"Nothing stands for this: {error.args[0]}.",
                    "write a number like {{ iop.hours_per_week }}.",
                )

    def _frame(self, path: str) -> str:
        """Return a page with the frame around it; the search reads it on the way."""
        prose = path in self.prose
        page = self._titled(
            self.prose[path] if prose else File.generated(self.config, path, content="")
        )
        files, config = self.files if prose else Files([]), self.config
        page.markdown = on_page_markdown(page.markdown or "", page, config, files)
        page.render(config, files)
        page.content = on_page_content(page.content or "", page, config, files)
        nav = Navigation([], [])
        context = config.plugins.on_page_context(
            get_context(nav, [], config, page), page=page, config=config, nav=nav
        )
        return self.env.get_template("main.html").render(context)

    def _search_index(self) -> bytes:
        """Return what the search looks through: every page."""
        for _ in self.rest():
            pass
        self.config.plugins.on_post_build(config=self.config)
        on_post_build(self.config)
        return (
            Path(self.config.site_dir) / "search" / "search_index.json"
        ).read_bytes()
