"""The file of one site beside its levels: where it stands and how it looks."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from ..base import Model
from ..marks import AsItStands, Exact, Id, Url
from ..site import Help, Publisher, Site

COLOR = r"^#[0-9a-fA-F]{6}$"
Color = Annotated[str, Field(pattern=COLOR), AsItStands()]
LOGO = r"^[A-Za-z0-9_-]+\.svg$"
Logo = Annotated[str, Field(pattern=LOGO), AsItStands()]


class Colors(Model):
    """Colors of the site by what they mean. Paler and darker ones are made from these."""

    accent: Color | None = None
    """Links, buttons, bars and the edges of what stands out, by day.

    Write: `accent: "#1a5fb4"`
    Not: `accent: #1a5fb4`. Without the marks it is a remark.
    """
    accent_at_night: Color | None = None
    """The same on dark pages. Leave it out, and it is a paler one of the same kind."""
    warning: Color | None = None
    """Warnings, by day."""
    warning_at_night: Color | None = None
    """Warnings on dark pages. Leave it out, and it is a paler one of the same kind."""
    help: Color | None = None
    """The ground of the strip with the help numbers, by day and at night. Its letters are white."""


class SiteFile(Model):
    """One site: where it stands, and how it looks. What its pages say stands in `levels.yaml`."""

    model_config = ConfigDict(title="The site")

    address: Url | None = None
    """Where you publish it. Without an address nothing of it can be shown on other sites.

    Write: `address: https://example.org/care/`
    """
    edit: Url | None = None
    """Where `levels.yaml` can be edited, as a web page. Pages lead to it. Leave it out, and no page
    does."""
    security: Exact | None = None
    """Where someone can tell you of a hole in the site.

    Write: `security: mailto:office@example.org`
    """
    based_on: Exact | None = None
    """The `levels.yaml` of another site, from here. Its facts are shown, and everything that this
    file does not say otherwise. Then there is no `levels.yaml` beside this file.

    Write: `based_on: ../levels-of-care/content/levels.yaml`
    """
    without: list[Id] = []
    """Levels of that file that this site leaves out. What points to them falls away with them.

    Write: `without: [php, hospital-inpatient]`
    """
    site: Site | None = None
    """What the site says about itself, in place of what that file says."""
    publisher: Publisher | None = None
    """Who makes it, in place of who makes the other."""
    help: list[Help] = []
    """Ways to reach help. Each takes the place of the other site's with the same `id`; one with an
    `id` of its own comes after all of them."""
    colors: Colors | None = None
    """Its own colors. Leave out what shall stay as it is."""
    logo: Logo | None = None
    """Its own mark in the head of every page: an SVG file beside this one.

    Write: `logo: logo.svg`
    """
