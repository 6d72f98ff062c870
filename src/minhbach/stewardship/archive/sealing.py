"""Seals a stream with a key: AES-256-GCM in chunks, each bound to its place, so that no chunk can be moved or cut off.

Layout: the mark, 16 bytes of salt, 7 of nonce, 16 that tell a wrong key from an altered archive, then the chunks, each
with its tag of 16 bytes. The nonce of a chunk is those 7 bytes, its number (4 bytes) and 1 for the last one, else 0.
"""

import io
import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from minhbach.stewardship.contracts import BackupDamaged, WrongKey

MARK = b"MINHBACH-SEALED-1\n"
CHUNK = 256 * 1024
TAG = 16
_SALT, _NONCE, _CHECK = 16, 7, 16


class SealingWriter(io.RawIOBase):
    """A stream whose bytes reach the target sealed. The last chunk is written by `close`."""

    def __init__(self, target: BinaryIO, key: str) -> None:
        super().__init__()
        salt, self._nonce = os.urandom(_SALT), os.urandom(_NONCE)
        secret, check = _derive(key, salt)
        self._header = MARK + salt + self._nonce + check
        self._cipher = AESGCM(secret)
        self._target = target
        self._waiting = bytearray()
        self._number = 0
        target.write(self._header)

    def writable(self) -> bool:
        return True

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self._waiting += data
        # One byte more must be waiting, or a full chunk might be the last one.
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._seal(bytes(self._waiting), last=True)
            super().close()

    def _seal(self, chunk: bytes, *, last: bool) -> None:
        nonce = _nonce(self._nonce, self._number, last=last)
        self._target.write(self._cipher.encrypt(nonce, chunk, self._header))
        self._number += 1


class OpeningReader(io.RawIOBase):
    """A stream of what was sealed; every chunk is checked before a byte of it is handed out.

    :raises WrongKey: at once, if the key is another.
    :raises BackupDamaged: on reading, if anything was altered, moved or cut off.
    """

    def __init__(self, source: BinaryIO, key: str) -> None:
        super().__init__()
        self._header = source.read(len(MARK) + _SALT + _NONCE + _CHECK)
        if len(self._header) < len(MARK) + _SALT + _NONCE + _CHECK:
            raise BackupDamaged("Bản sao lưu bị cắt cụt.")
        rest = self._header[len(MARK) :]
        self._nonce = rest[_SALT : _SALT + _NONCE]
        secret, check = _derive(key, rest[:_SALT])
        if check != rest[_SALT + _NONCE :]:
            raise WrongKey("Khóa MINHBACH_BACKUP_KEY không phải là khóa của bản sao lưu này.")
        self._cipher = AESGCM(secret)
        self._source = source
        self._next = source.read(CHUNK + TAG)
        self._opened = b""
        self._number = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        if not self._opened and not self._ended:
            self._open()
        taken = self._opened[: len(buffer)]
        self._opened = self._opened[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _open(self) -> None:
        chunk, self._next = self._next, self._source.read(CHUNK + TAG)
        self._ended = not self._next
        nonce = _nonce(self._nonce, self._number, last=self._ended)
        try:
            self._opened = self._cipher.decrypt(nonce, chunk, self._header)
        except (InvalidTag, ValueError) as error:
            raise BackupDamaged("Bản sao lưu đã bị sửa hoặc bị cắt cụt.") from error
        self._number += 1


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def _derive(key: str, salt: bytes) -> tuple[bytes, bytes]:
    # 64 MB and a quarter of a second for each guess: keys are typed by people.
    derived = Scrypt(salt=salt, length=32 + _CHECK, n=2**16, r=8, p=1).derive(key.encode())
    return derived[:32], derived[32:]
