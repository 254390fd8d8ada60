"""Files beside the pages: redirects, the picture, the style, and words to search engines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from ..addresses import Redirect, of_file, other_addresses, path_of, root_of
from ..addresses.web import contact_address
from ..rendering.output import Output, Page
from ..rendering.renderer import Renderer
from ..settings import Settings
from ..views.diagram import continuum_diagram

HALF_A_YEAR = timedelta(days=180)


def redirects(render: Renderer) -> Iterator[Output]:
    """Yield a small page for each other address of a page, and for each pair written the other
    way round.
    """
    for move in other_addresses(render.say.content):
        yield redirect(render, move)


def redirect(render: Renderer, move: Redirect) -> Output:
    """Return the small page that leads from one address to another."""
    root = root_of(move.address)
    html = render("pages/redirect.html.j2", root=root, target=move.target)
    return Output(path_of(move.address), html.encode())


def diagrams(render: Renderer) -> Iterator[Output]:
    """Yield the line of levels as a picture of its own."""
    root = render.say.publication.url or "/"  # the picture may be opened anywhere
    diagram = continuum_diagram(render.say, alone=True)
    svg = render("diagrams/continuum.svg.j2", diagram=diagram, root=root)
    yield Output(of_file("picture"), svg.encode())
    yield from _marks(render)


def _marks(render: Renderer) -> Iterator[Output]:
    """Yield the mark of the site for the tabs of browsers, and its logo where it has its own."""
    logo = render.say.publication.look.logo
    icon = logo or render("diagrams/icon.svg.j2").encode()
    yield Output(of_file("icon"), icon)
    if logo:
        yield Output(of_file("logo"), logo)


def styles(render: Renderer) -> Iterator[Output]:
    """Yield the look of every page, and what tools, wide tables and sheets have beside it. Pieces
    for other sites share its colors and pictures.
    """
    yield Output(of_file("style"), render("styles/site.css.j2").encode())
    yield Output(of_file("style-more"), render("styles/more.css.j2").encode())


def robots(render: Renderer) -> Iterator[Output]:
    """Yield what search engines read first: they may read everything, and the list of pages is
    there.
    """
    url = render.say.publication.url
    address = f"\nSitemap: {url}{of_file('sitemap')}\n" if url else ""
    yield Output(of_file("robots"), f"User-agent: *\nAllow: /\n{address}".encode())


def security(render: Renderer, settings: Settings) -> Iterator[Output]:
    """Yield where a hole in the site can be told of (RFC 9116), where that and the day are known.

    It ends half a year after the build, so that nobody writes to what was left long ago.
    """
    contact = contact_address(settings.security)
    publication = render.say.publication
    if not contact or not publication.today:
        return

    ends = publication.today + HALF_A_YEAR
    name = of_file("security")
    lines = [f"Contact: {contact}", f"Expires: {ends}T00:00:00Z"]
    if publication.url:
        lines.append(f"Canonical: {publication.url}{name}")
    lines.append(f"Preferred-Languages: {render.say.content.language}")
    yield Output(name, "".join(f"{line}\n" for line in lines).encode())


def sitemap(render: Renderer, pages: Iterable[Page]) -> Output:
    """Return the list of pages for search engines, without sheets, which repeat other pages. It is
    empty where the site does not know its own address.
    """
    url = render.say.publication.url
    found = [page for page in pages if url and not page.entry.on_paper]
    return Output(
        of_file("sitemap"), render("feeds/sitemap.xml.j2", pages=found).encode()
    )
