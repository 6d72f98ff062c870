"""Reads the text of a file within limits, of which the domain knows nothing, so that no text holds who asks."""

import json

from minhbach.domain.reading.from_json import reading_from_json
from minhbach.domain.reading.read import read_document
from minhbach.domain.reading.results import Reading
from minhbach.domain.reading.source import SourceDocument
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.sandbox.run import Folder, run
from minhbach.extraction.sandbox.wire import source_to_plain

TOO_MANY = "Văn bản có quá nhiều nhiệm vụ để một người kiểm tra. Hãy tách thành nhiều tệp."
_FAILED = "Đã lấy được chữ nhưng không phân tích được văn bản này. Hãy báo cho người quản trị."


def read_apart(source: SourceDocument) -> Reading:
    """Read a document in a process with limits of time and memory, as a worker must that others wait for.

    :raises CannotRead: if it takes too long or too much, if too much is found, or if the reader fails on it.
    """
    with Folder(json.dumps(source_to_plain(source)).encode()) as folder:
        try:
            return reading_from_json(run("reading", folder))
        except CannotRead as refusal:
            if refusal.code == "broken":
                raise CannotRead("reader_failed", _FAILED) from refusal
            raise


def read_at_once(source: SourceDocument) -> Reading:
    """Read a short document in this process, without the quarter of a second that another costs; a long one apart.

    :raises CannotRead: as `read_apart`.
    """
    if sum(len(line.text) for line in source.lines) > limits.IN_PROCESS_READING_CHARACTERS:
        return read_apart(source)
    try:
        reading = read_document(source)
    except Exception as error:
        raise CannotRead("reader_failed", _FAILED) from error
    refuse_too_many(reading)
    return reading


def refuse_too_many(reading: Reading) -> None:
    """Refuse what no person could check on a page.

    :raises CannotRead: if more was found than `limits.MAX_FINDINGS`.
    """
    if len(reading.tasks) + len(reading.duties) + len(reading.responsibilities) > limits.MAX_FINDINGS:
        raise CannotRead("too_long", TOO_MANY)
