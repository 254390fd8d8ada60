"""Page -> whole document: the help strip, the menus, the policy and the language around it."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from markupsafe import Markup

from ..addresses import HOME, LOST, TOLD, menu, oembed_of, of_file, root_of, share_of
from ..views.heard import chips
from .output import Output, Page
from .renderer import Renderer


class Frame:
    """The frame around every page of one site.

    `prose` are the titles and addresses of the hand-written pages, for the menu; `worker` is the
    file that the search page starts.
    """

    def __init__(
        self, render: Renderer, prose: list[tuple[str, str]], worker: str = ""
    ):
        self.render, self.prose, self.worker = render, prose, worker
        self.part = cache(self._part)

    def document(self, page: Page) -> Output:
        """Return the file of a page as browsers get it."""
        say = self.render.say
        name = oembed_of(page.address) if page.id and say.publication.url else ""
        title, site = page.title, say.content.site.name
        cards = self.render.cards
        html = self._around(
            page.html,
            root_of(page.address),
            page.address,
            page=page,
            scripts=page.entry.scripts,
            title=site if page.address == HOME else f"{title} · {site}",
            oembed=f"{say.publication.url}{of_file('oembed')}{name}.json"
            if name
            else "",
            picture=share_of(page.address),
            pictured=cards.heard(
                cards.of_all() if page.entry.on_paper else cards.card(page)
            ),
        )

        return Output(page.path, html.encode())

    def lost(self) -> Output:
        """Return what stands in for a missing page. It can stand anywhere, so its links start at
        the site's own root.
        """
        say = self.render.say
        root = urlsplit(say.publication.url).path or "/"
        title = f"{say.phrases('site.not_found')} · {say.content.site.name}"
        heard = chips(say.content)
        body = self.render("frame/lost.html.j2", root=root, heard=heard)
        values = {"page": None, "title": title, "oembed": "", "scripts": (TOLD,)}
        html = self._around(body, root, LOST, **values)
        return Output(LOST, html.encode())

    def _around(self, body: str, root: str, address: str, **values: object) -> str:
        here = address if address.count("/") == 1 else ""
        return self.render(
            "frame/document.html.j2",
            root=root,
            top=self.part("top", root, here),
            bottom=self.part("bottom", root, ""),
            body=Markup(body),
            worker=self.worker,
            asks=TOLD in values["scripts"],
            **values,
        )

    def _part(self, name: str, root: str, here: str) -> Markup:
        """Return the top or the bottom. Pages of one depth share theirs, but for the link to the
        page itself.
        """
        html = self.render(
            f"frame/{name}.html.j2", root=root, here=here, menu=menu, prose=self.prose
        )
        return Markup(html)
