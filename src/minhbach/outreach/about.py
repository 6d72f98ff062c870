"""What feedback is about: a page of this site, an item, an agency. Whatever is no public page of ours is left out."""

from dataclasses import dataclass

from django.urls import Resolver404, resolve, reverse

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.foundation.shell import DESK
from minhbach.register.queries import public_items

LONGEST = 300
NEVER = (DESK, "/gop-y/", "/yeu-cau/")
"""Pages that are somebody's own: what they are about is not told on."""


@dataclass(frozen=True, slots=True)
class About:
    """Address and name of a page, and the agency that it belongs to; empty where nothing was said."""

    url: str = ""
    title: str = ""
    body_id: int | None = None


def what_about(path: str, *, slug: str = "") -> About:
    """Return what a page is about.

    :param path: as a link gave it: "/thong-tin/k7mp3xrd/". `slug`: of an agency, where the link named one.
    """
    known = _page(path) if path else About()
    if known.body_id is None and slug:
        known = About(known.url, known.title, _body(slug))
    return known


def _page(path: str) -> About:
    path = path.partition("?")[0].partition("#")[0][:LONGEST]
    try:
        match = resolve(path)
    except Resolver404:
        return About()
    if path.removeprefix("/en").startswith(NEVER):
        return About()
    public_id, slug = match.kwargs.get("public_id", ""), match.kwargs.get("slug", "")
    if public_id:
        item = public_items().filter(public_id=public_id).first()
        return About(path, item.title, item.body_id) if item else About()
    if slug and match.view_name == "agencies:body":
        return About(body_id=_body(slug))
    return About(path)


def _body(slug: str) -> int | None:
    try:
        return body_by_slug(slug).id
    except BodyNotVisible:
        return None


def link_to_send(*, path: str = "", slug: str = "") -> str:
    """Return the address of the form, filled in with what it is about."""
    asked = "&".join(f"{name}={value}" for name, value in (("co-quan", slug), ("ve", path)) if value)
    return f"{reverse('outreach:send')}{'?' if asked else ''}{asked}"
