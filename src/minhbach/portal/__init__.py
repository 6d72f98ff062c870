"""The public's pages that show several rooms."""
