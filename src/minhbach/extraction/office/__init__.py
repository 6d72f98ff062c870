"""Office documents (DOCX, ODT) into paragraphs and tables. Runs inside the sandbox only."""
