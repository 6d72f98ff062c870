"""PDF pages as words and drawn lines, by pdfium. Runs inside the sandbox only."""
