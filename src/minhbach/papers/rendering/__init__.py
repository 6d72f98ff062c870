"""A paper as a file: DOCX to work on, PDF to read and sign; both from one value and one set of measures."""

from minhbach.papers.rendering.docx import as_docx
from minhbach.papers.rendering.pdf import as_pdf

__all__ = ["as_docx", "as_pdf"]
