"""The public's pages, and the same for programs."""
