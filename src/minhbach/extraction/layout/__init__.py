"""Where things stand on a page: rows, columns, tables, paragraphs, and what repeats on every page."""
