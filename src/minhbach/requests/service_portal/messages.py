"""The portal's message read into what intake takes, whole or not at all; each fault is told with its place."""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from minhbach.intake.contracts import Behalf, Delivery, FileRole, PersonListed, Sender
from minhbach.intake.holding import MOST_FILES

LONGEST_NUMBER, LONGEST_TEXT, LONGEST_LINE, MOST_PEOPLE = 64, 20_000, 300, 2000
_SENDER = (
    "name", "address", "identity_number", "telephone", "email", "fax", "postal_address", "represented", "organisation",
)  # fmt: skip
_PARAGRAPHS = ("concern", "purpose")
_KNOWN = frozenset(
    {"portal_number", "agency", "sent_at", "text", "sender", "behalf", "delivery", "lives_elsewhere", "files"}
)


class NotUnderstood(ValueError):
    """The message cannot be taken in; `faults` holds a sentence for each place ("sender.name")."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(", ".join(faults))
        self.faults = dict(faults)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file of a message, decoded, and what it is."""

    name: str
    content: bytes
    role: FileRole


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalRequest:
    """A request as the portal sends it.

    :param portal_number: the portal's own number: the same one again is the same request.
    :param agency: the name of the body in its address here.
    :param sent_on: the local day on which the citizen sent it, which chooses the statute.
    """

    portal_number: str
    agency: str
    sent_on: date
    text: str
    sender: Sender
    behalf: Behalf
    delivery: Delivery
    lives_elsewhere: bool | None
    files: tuple[SentFile, ...]


def read_message(body: bytes) -> PortalRequest:
    """Return what a message says.

    :raises NotUnderstood: with every fault that was found.
    """
    try:
        told = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood({"": "không phải JSON"}) from error
    if not isinstance(told, dict):
        raise NotUnderstood({"": "phải là một đối tượng JSON"})
    faults: dict[str, str] = dict.fromkeys(told.keys() - _KNOWN, "không có trường này")
    read = _Reader(told, faults)
    request = PortalRequest(
        portal_number=read.line("portal_number", longest=LONGEST_NUMBER, required=True),
        agency=read.line("agency", required=True),
        sent_on=read.day("sent_at"),
        text=read.line("text", longest=LONGEST_TEXT, required=True),
        sender=_sender(_Reader(read.part("sender"), faults, "sender.")),
        behalf=Behalf(read.one_of("behalf", [one.value for one in Behalf], Behalf.SELF)),
        delivery=Delivery(read.one_of("delivery", [one.value for one in Delivery], Delivery.DOWNLOAD)),
        lives_elsewhere=read.yes_or_no("lives_elsewhere"),
        files=tuple(_files(read)),
    )
    if faults:
        raise NotUnderstood(faults)
    return request


class _Reader:
    """Takes values out of one object of the message; what is wrong goes into `faults`, and is left out."""

    def __init__(self, told: Mapping[str, Any], faults: dict[str, str], prefix: str = "") -> None:
        self.told, self.faults, self.prefix = told, faults, prefix

    def line(self, name: str, *, longest: int = LONGEST_LINE, required: bool = False) -> str:
        value = self.told.get(name, "")
        if not isinstance(value, str):
            return self.fault(name, "phải là chữ")
        if required and not value.strip():
            return self.fault(name, "thiếu")
        if len(value) > longest:
            return self.fault(name, f"dài hơn {longest} ký tự")
        return value.strip()

    def one_of(self, name: str, choices: list[str], otherwise: str) -> str:
        value = self.told.get(name, otherwise)
        if value not in choices:
            self.fault(name, f"phải là một trong: {', '.join(choices)}")
            return otherwise
        return str(value)

    def yes_or_no(self, name: str) -> bool | None:
        value = self.told.get(name)
        if value is not None and not isinstance(value, bool):
            self.fault(name, "phải là true, false hoặc null")
            return None
        return value

    def day(self, name: str) -> date:
        try:
            moment = datetime.fromisoformat(self.line(name, required=True))
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self.fault(name, "phải là thời điểm có múi giờ, ví dụ 2026-10-13T09:00:00+07:00")
            return date.min
        return timezone.localdate(moment)

    def part(self, name: str) -> Mapping[str, Any]:
        value = self.told.get(name, {})
        if not isinstance(value, dict):
            self.fault(name, "phải là một đối tượng")
            return {}
        return value

    def list_of(self, name: str, *, most: int) -> list[Mapping[str, Any]]:
        value = self.told.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value) or len(value) > most:
            self.fault(name, f"phải là danh sách không quá {most} đối tượng")
            return []
        return value

    def fault(self, name: str, sentence: str) -> str:
        self.faults.setdefault(f"{self.prefix}{name}", sentence)
        return ""


def _sender(read: _Reader) -> Sender:
    for name in read.told.keys() - {*_SENDER, *_PARAGRAPHS, "people"}:
        read.fault(name, "không có trường này")
    said: dict[str, Any] = {name: read.line(name) for name in _SENDER}
    said |= {name: read.line(name, longest=2000) for name in _PARAGRAPHS}
    return Sender(people=tuple(_people(read)), **said)


def _people(read: _Reader) -> Iterator[PersonListed]:
    for place, one in enumerate(read.list_of("people", most=MOST_PEOPLE)):
        person = _Reader(one, read.faults, f"{read.prefix}people.{place}.")
        yield PersonListed(person.line("name", required=True), person.line("identity_number"), person.line("purpose"))


def _files(read: _Reader) -> Iterator[SentFile]:
    roles = [one.value for one in FileRole]
    for place, one in enumerate(read.list_of("files", most=MOST_FILES)):
        file = _Reader(one, read.faults, f"files.{place}.")
        name, role = file.line("name", required=True), file.one_of("role", roles, FileRole.ATTACHMENT)
        try:
            content = base64.b64decode(str(one.get("content", "")), validate=True)
        except (binascii.Error, ValueError):
            file.fault("content", "phải là base64")
            continue
        yield SentFile(name, content, FileRole(role))
