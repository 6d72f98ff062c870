"""Tells mail that machines write from mail that people write (RFC 3834): a machine gets no receipt to answer."""

from email.message import Message

from minhbach.intake.mail.values import Machine

_BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
_SERVERS = ("mailer-daemon@", "postmaster@")
_NOBODY = ("no-reply@", "noreply@", "do-not-reply@", "donotreply@", "khong-tra-loi@")
_LISTS = ("List-Id", "List-Unsubscribe", "List-Post")
_AUTOMATIC = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply")


def machine_of(message: Message, sender: str) -> Machine | None:
    """Return which kind of machine wrote a message; None where a person seems to have."""
    address = sender.lower()
    if _said(message, "Return-Path") == "<>" or address.startswith(_SERVERS):
        return Machine.SERVER
    if message.get_content_type() == "multipart/report":
        return Machine.SERVER
    if any(_said(message, name) for name in _LISTS):
        return Machine.LIST
    submitted = _said(message, "Auto-Submitted").partition(";")[0].strip()
    if submitted not in ("", "no") or any(_said(message, name) for name in _AUTOMATIC):
        return Machine.AUTOMATIC
    if _said(message, "Precedence") in _BULK or address.startswith(_NOBODY):
        return Machine.AUTOMATIC
    return None


def _said(message: Message, name: str) -> str:
    return str(message.get(name, ""))[:300].strip().lower()
