"""Pages about personal data: officers', and the person's own."""
