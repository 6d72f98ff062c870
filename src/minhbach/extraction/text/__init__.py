"""Plain text and Markdown into lines: bytes decoded, marks removed, table rows and columns found."""
