"""What people type and machines read, as the register keeps it."""

from dataclasses import fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from minhbach.domain.reading.head.kinds import BY_PLAIN
from minhbach.domain.text import fold, squeeze
from minhbach.register.contracts import ItemFacts, ItemRefused, PaperPlace, PublicationTerms

LONGEST = {
    "title": 1000,
    "kind": 60,
    "number": 30,
    "symbol": 60,
    "issuer_name": 300,
    "creating_unit_name": 300,
}
LONGEST_PLACE = 60
LONGEST_RETENTION = 200
EARLIEST = date(1900, 1, 1)


def clean_facts(facts: ItemFacts, *, today: date) -> ItemFacts:
    """Return the facts with tidy texts, the kind spelled as Decree 30/2020 spells it.

    :raises ItemRefused: if there is no title, a text is too long, or a day cannot be.
    """
    texts: dict[str, Any] = {name: squeeze(getattr(facts, name)) for name in LONGEST}
    if not texts["title"]:
        raise ItemRefused(_("Ghi tên hoặc trích yếu."), field="title")
    for name, most in LONGEST.items():
        if len(texts[name]) > most:
            raise ItemRefused(_("Dài quá %(most)s ký tự. Rút gọn lại.") % {"most": most}, field=name)
    known = BY_PLAIN.get(fold(texts["kind"]))
    texts["kind"] = known.name if known else texts["kind"]
    for name in ("issued_on", "created_on"):
        _refuse_impossible_day(getattr(facts, name), name, today)
    if facts.retention_years is not None and facts.retention_years > LONGEST_RETENTION:
        raise ItemRefused(_("Ghi số năm bảo quản, hoặc chọn vĩnh viễn."), field="retention_years")
    return replace(facts, **texts, place=_clean_place(facts.place))


def clean_terms(terms: PublicationTerms) -> PublicationTerms:
    """Return the terms with tidy texts.

    :raises ItemRefused: if a date that another law fixes has no ground, or the address is missing or none of the web.
    """
    ground, duration = squeeze(terms.special_ground), squeeze(terms.duration)
    if terms.special_due_on and not ground:
        raise ItemRefused(_("Ghi điều, khoản, văn bản quy định hạn riêng này."), field="special_ground")
    address = terms.address.strip()
    if address and urlsplit(address).scheme not in ("http", "https"):
        raise ItemRefused(_("Ghi địa chỉ bắt đầu bằng https:// hoặc http://."), field="address")
    if terms.address_since and not address:
        raise ItemRefused(_("Ghi địa chỉ mà người dân truy cập được."), field="address")
    if len(ground) > 300 or len(duration) > 120 or len(address) > 500:
        raise ItemRefused(_("Có ô ghi quá dài. Rút gọn lại."), field="special_ground")
    return replace(terms, special_ground=ground, duration=duration, address=address)


def _refuse_impossible_day(day: date | None, name: str, today: date) -> None:
    if day is None:
        return
    if day > today:
        raise ItemRefused(_("Ngày này chưa tới. Xem lại ngày, tháng, năm."), field=name)
    if day < EARLIEST:
        raise ItemRefused(_("Ngày này quá xa. Xem lại năm."), field=name)


def _clean_place(place: PaperPlace) -> PaperPlace:
    parts = {one.name: squeeze(getattr(place, one.name)) for one in fields(place)}
    for name, text in parts.items():
        if len(text) > LONGEST_PLACE:
            raise ItemRefused(_("Dài quá %(most)s ký tự. Rút gọn lại.") % {"most": LONGEST_PLACE}, field=name)
    return PaperPlace(**parts)
