"""Every kind of the corpus, in the order of the table."""

from minhbach.extraction.tests.redaction.corpus import boxes, letters, pdf, pictures, sheets, word
from minhbach.extraction.tests.redaction.corpus.cases import KINDS

MODULES = (pdf, boxes, pictures, word, sheets, letters)
__all__ = ["KINDS", "MODULES"]
