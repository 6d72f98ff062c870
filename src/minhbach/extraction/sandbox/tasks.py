"""What can be asked of the sandbox, and what each task may cost."""

from dataclasses import dataclass

from minhbach.extraction.limits import MB


@dataclass(frozen=True, slots=True)
class Task:
    """A function of one room's module, `(data, arguments) -> plain JSON`, with its limits.

    `memory` is in bytes. `seconds` are of processor time, of the process and of each program that it starts.
    """

    entry: str
    memory: int
    seconds: float


TASKS = {
    "text": Task("minhbach.extraction.sandbox.work:take_text", 600 * MB, 20),
    "html": Task("minhbach.extraction.sandbox.work:take_html", 600 * MB, 20),
    "office": Task("minhbach.extraction.sandbox.work_office:take_office", 900 * MB, 30),
    "old_word": Task("minhbach.extraction.sandbox.work_old_word:take_docx", 1500 * MB, 60),
    "tables": Task("minhbach.extraction.sandbox.work_tables:take_tables", 900 * MB, 30),
    "long_list": Task("minhbach.extraction.sandbox.work_tables:take_long_list", 1200 * MB, 60),
    "hidden_sheets": Task("minhbach.extraction.sandbox.work_tables:take_hidden_sheets", 900 * MB, 30),
    "whole_book": Task("minhbach.extraction.sandbox.work_tables:take_whole_book", 900 * MB, 30),
    "asides": Task("minhbach.extraction.sandbox.work_office:take_asides", 900 * MB, 30),
    "pdf_asides": Task("minhbach.extraction.sandbox.work_asides:take_pdf_asides", 1200 * MB, 60),
    "information": Task("minhbach.extraction.sandbox.work_asides:take_information", 900 * MB, 20),
    "screening": Task("minhbach.extraction.sandbox.work_screening:take_screening", 900 * MB, 60),
    "pdf": Task("minhbach.extraction.sandbox.work_pdf:take_pdf", 1200 * MB, 90),
    "layout": Task("minhbach.extraction.sandbox.work_layout:take_layout", 1200 * MB, 60),
    "signatures": Task("minhbach.extraction.sandbox.work_signatures:take_signatures", 900 * MB, 45),
    "images": Task("minhbach.extraction.sandbox.work_scan:count_images", 1200 * MB, 20),
    "reading": Task("minhbach.extraction.sandbox.work_reading:take_reading", 900 * MB, 45),
    "picture": Task("minhbach.extraction.sandbox.work_scan:take_picture", 1500 * MB, 20),
    "scan": Task("minhbach.extraction.sandbox.work_scan:take_scan", 2000 * MB, 90),
    "redaction_office": Task("minhbach.extraction.sandbox.work_sources:take_office", 2000 * MB, 60),
    "redaction_archive": Task("minhbach.extraction.sandbox.work_sources:take_archive", 1200 * MB, 60),
    "redaction_letter": Task("minhbach.extraction.sandbox.work_sources:take_letter", 1200 * MB, 30),
    "redaction_set": Task("minhbach.extraction.sandbox.work_sources:take_set", 2000 * MB, 60),
    "redaction_pages": Task("minhbach.extraction.sandbox.work_sources:take_pages", 1500 * MB, 90),
    "redaction_looks": Task("minhbach.extraction.sandbox.work_redaction:take_looks", 2000 * MB, 120),
    "redaction_burn": Task("minhbach.extraction.sandbox.work_redaction:take_burn", 2000 * MB, 120),
    "redaction_screen": Task("minhbach.extraction.sandbox.work_redaction:take_screen_picture", 2000 * MB, 60),
    "redaction_words": Task("minhbach.extraction.sandbox.work_redaction:take_words", 2000 * MB, 90),
    "proof_text": Task("minhbach.extraction.sandbox.work_proof_text:take_text", 1500 * MB, 120),
    "proof_bytes": Task("minhbach.extraction.sandbox.work_proof_content:take_content", 1500 * MB, 240),
    "proof_alike": Task("minhbach.extraction.sandbox.work_proof_seen:take_digests", 1500 * MB, 60),
    "proof_seen": Task("minhbach.extraction.sandbox.work_proof_seen:take_seen", 2000 * MB, 120),
}
WAITS = 3
"""How many times `seconds` a task may last by the clock: a busy machine makes no file harmful, sleep may be harm."""
OUTPUT_BYTES = 256 * MB
