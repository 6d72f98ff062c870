"""Puts what was typed back into the form of a page, so that the person sees the page as it was left."""

from collections import deque
from collections.abc import Iterable, Mapping

from lxml import html
from lxml.html import FormElement, HtmlElement

_UNTYPED = frozenset({"hidden", "submit", "button", "image", "reset", "file", "password"})


def refill(page: str, path: str, fields: Mapping[str, tuple[str, ...]], notice: str) -> str | None:
    """Return the page with its form filled and the notice above it; None if no form of the page has these fields.

    :param path: where the form posts to; a form without `action` posts to its own page.
    """
    document = html.document_fromstring(page)
    form = next((form for form in document.forms if _fits(form, path, fields)), None)
    if form is None:
        return None
    for name, boxes in _boxes_by_name(form).items():
        _fill(boxes, deque(fields.get(name, ())))
    for echo in form.find_class("echo"):  # It spells out a date that stands in the box no longer.
        echo.drop_tree()
    form.set("action", path)
    form.insert(0, _notice(notice))
    filled: str = html.tostring(document, encoding="unicode", doctype="<!doctype html>")
    return filled


def _fits(form: FormElement, path: str, fields: Mapping[str, tuple[str, ...]]) -> bool:
    posts_here = (form.method or "").upper() == "POST" and form.get("action", path) in ("", path)
    names = {name for name in form.fields if name}
    typed = {name for name, values in fields.items() if any(values)}
    return posts_here and bool(typed) and typed <= names


def _boxes_by_name(form: FormElement) -> dict[str, list[HtmlElement]]:
    found: dict[str, list[HtmlElement]] = {}
    for box in form.inputs:
        if box.name and not (box.tag == "input" and (box.type or "text") in _UNTYPED):
            found.setdefault(box.name, []).append(box)
    return found


def _fill(boxes: Iterable[HtmlElement], values: deque[str]) -> None:
    for box in boxes:
        if box.tag == "input" and box.type in ("checkbox", "radio"):
            box.checked = (box.get("value") or "on") in values
        elif box.tag == "select":
            for option in box.iter("option"):
                chosen = option.get("value", option.text_content()) in values
                option.attrib.pop("selected", None)
                if chosen:
                    option.set("selected", "selected")
        elif values:
            _type_into(box, values.popleft())


def _type_into(box: HtmlElement, text: str) -> None:
    if box.tag == "textarea":
        # Browsers drop one line feed after the tag; without this one a first empty line would be lost.
        box.text = "\n" + text
    else:
        box.set("value", text)


def _notice(sentence: str) -> HtmlElement:
    paragraph = html.Element("p", {"class": "note note-act", "role": "status"})
    paragraph.text = sentence
    return paragraph
