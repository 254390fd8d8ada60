"""Files that are not pages of their own: redirects, pictures, and a word to search engines."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import pair_id
from ..rendering.output import Output
from ..rendering.renderer import Renderer
from ..views.diagram import continuum_diagram
from ..views.pairs import every_two


def redirects(render: Renderer) -> Iterator[Output]:
    """Yield a small page for each other address of a level, among the levels too, and for each pair written the other way round."""
    say = render.say
    others = [
        (address, f"levels/{level.id}/")
        for level in say.content.levels
        for address in level.addresses
    ]
    moved = dict(
        [(level.id, f"levels/{level.id}/") for level in say.content.levels] + others
    )
    moved |= {
        f"levels/{address}": target for address, target in others
    }  # where its page stood before it was renamed
    moved |= {
        f"compare/{pair_id(b, a)}": f"compare/{pair_id(a, b)}/"
        for a, b in every_two(say.content)
    }
    for address, target in moved.items():
        root = "../" * (address.count("/") + 1)
        yield Output(
            f"{address}/index.html",
            render("pages/redirect.html.j2", root=root, target=target).encode(),
        )


def diagrams(render: Renderer) -> Iterator[Output]:
    """Yield the line of levels as a picture of its own."""
    root = render.say.publication.url or "/"  # the picture may be opened anywhere
    svg = render(
        "diagrams/continuum.svg.j2",
        diagram=continuum_diagram(render.say, alone=True),
        root=root,
    )
    yield Output("assets/continuum.svg", svg.encode())


def styles(render: Renderer) -> Iterator[Output]:
    """Yield the look of every page. Its colors and pictures are shared with the pieces for other sites."""
    yield Output("assets/site.css", render("styles/site.css.j2").encode())


def robots(render: Renderer) -> Iterator[Output]:
    """Yield what search engines read first: they may read everything, and the list of pages is there."""
    address = (
        f"\nSitemap: {render.say.publication.url}sitemap.xml\n"
        if render.say.publication.url
        else ""
    )
    yield Output("robots.txt", f"User-agent: *\nAllow: /\n{address}".encode())
