"""Officers' pages that show several rooms."""
