"""The signature block: on whose behalf (TM., KT., TL., TUQ.), in which office, and who signed."""

import re
from dataclasses import dataclass, field

from minhbach.domain.reading.head.foot import AUTHORITY, is_office
from minhbach.domain.reading.head.persons import better_read, has_usual_surname, mended_name, name_at_end, person_name
from minhbach.domain.reading.head.pieces import share_of_capitals
from minhbach.domain.text import fold

_MARKER = re.compile(r"(?<=\S)\s+(?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?[.:]\s?[A-ZÀ-ỸĐ])")
_DEPUTY = re.compile(r"(?<=\S)\s+(?=(?:PHÓ|THỨ TRƯỞNG)\b)")
_ACTING = re.compile(r"^Q\s?\.")
_SIGNED = re.compile(r"^\W*(?:đã\s+ký|ký\s+tên|chữ\s+ký|ký,?\s+đóng\s+dấu|ký\s+và\s+ghi)\b", re.IGNORECASE)


@dataclass(slots=True)
class Signer:
    """One signature. `twice`: the name was read more than once; `mended`: its surname was damaged."""

    name: str | None = None
    lines: list[str] = field(default_factory=list)
    twice: bool = False
    mended: bool = False

    @property
    def authority(self) -> tuple[str, ...]:
        """The lines with TM., KT., TL. or TUQ., in order."""
        return tuple(line for i, line in enumerate(self.lines) if AUTHORITY.match(line) and not self._is_position(i))

    @property
    def position(self) -> str | None:
        """The office in which the person signed, or null where only an authority line stands."""
        return " ".join(line for i, line in enumerate(self.lines) if self._is_position(i)) or None

    def _is_position(self, i: int) -> bool:
        last = max(
            (k for k, line in enumerate(self.lines) if AUTHORITY.match(line) and not _ACTING.match(line)), default=-1
        )
        return i > last


class SignatureBlock:
    """Takes the lines of the block one by one and gives its signers."""

    def __init__(self) -> None:
        self._signers: list[Signer] = []

    @staticmethod
    def opens(text: str) -> bool:
        """True where a line in capitals names an authority or an office."""
        return share_of_capitals(text) > 0.8 and bool(AUTHORITY.match(text) or is_office(text))

    @property
    def started(self) -> bool:
        """True once an office or an authority has been read."""
        return bool(self._signers)

    @property
    def named(self) -> bool:
        """True once a name has been read."""
        return any(signer.name for signer in self._signers)

    def takes(self, text: str) -> bool:
        """Take a line if it belongs to a signature; say whether it did."""
        if _SIGNED.match(text):
            return True
        lead, name = _name_behind_office(text)
        if lead:
            self._office(lead)
            self._name(name)
            return True
        name = person_name(text) if self.started else None
        if name and not (text.isupper() and is_office(text)):
            return self._name(name)
        if AUTHORITY.match(text) and share_of_capitals(text) > 0.8 or is_office(text) and len(text) < 120:
            self._office(text)
            return True
        if self.started and not self.named and text.isupper() and len(text) > 2 and not any(c.isdigit() for c in text):
            self._signers[-1].lines[-1] += f" {text}"
            return True
        if not self.started or self._signers[-1].name:
            return False
        if self._name(name_at_end(text)):
            return True
        self._signers[-1].mended = self._name(mended_name(text))
        return self._signers[-1].mended

    def takes_name_alone(self, text: str) -> bool:
        """Take a name that stands under the list where the office above it was not read."""
        name = person_name(text) or name_at_end(text)
        if self.started or name is None or not has_usual_surname(name):
            return False
        self._signers.append(Signer(name))
        return True

    def signers(self) -> tuple[Signer, ...]:
        """Return the signatures in order."""
        return tuple(self._signers)

    def _office(self, text: str) -> None:
        if not self._signers or self._signers[-1].name:
            self._signers.append(Signer())
        for part in _MARKER.split(text):
            pieces = _DEPUTY.split(part, maxsplit=1) if AUTHORITY.match(part) else [part]
            self._signers[-1].lines.extend(
                piece.strip(" .,:;*") if not piece.endswith(",") else piece for piece in pieces
            )

    def _name(self, name: str | None) -> bool:
        if not name or not self._signers:
            return False
        signer = self._signers[-1]
        if signer.name:
            if not _same_name(signer.name, name):
                return False
            signer.name, signer.twice = better_read(signer.name, name), True
        else:
            signer.name = name
        return True


def _same_name(a: str, b: str) -> bool:
    return fold(a) == fold(b)


def _name_behind_office(text: str) -> tuple[str, str | None]:
    """Split "CHỦ TỊCH Nguyễn Văn Mẫu" into the office and the name; nothing where there are not both."""
    words = text.split()
    for at in range(1, len(words) - 1):
        lead, rest = " ".join(words[:at]), " ".join(words[at:])
        if not words[at].isupper() and lead.isupper() and (AUTHORITY.match(lead) or is_office(lead)):
            name = person_name(rest)
            return (lead, name) if name else ("", None)
    return "", None
