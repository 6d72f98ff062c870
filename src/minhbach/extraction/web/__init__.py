"""Web pages into lines: what a browser would show of the document, with the line numbers of the file."""
