"""The page for an officer who opens by its address what only a button does."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve


def or_a_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return the response; where it is an empty "method not allowed", a page in its place. The status stays 405."""
    if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method != "GET" or response.content:
        return response
    page = render(request, "foundation/405.html", {"back_url": page_above(request.path)}, status=response.status_code)
    page.headers["Allow"] = response.headers.get("Allow", "")
    return page


def page_above(path: str) -> str:
    """Return the nearest address above this one that is one of ours: of "…/nhap/5/bo/" it is "…/nhap/5/"."""
    parts = path.strip("/").split("/")
    for length in range(len(parts) - 1, 0, -1):
        above = f"/{'/'.join(parts[:length])}/"
        try:
            resolve(above)
        except Resolver404:
            continue
        return above
    return "/"
