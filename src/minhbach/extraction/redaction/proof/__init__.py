"""The proof that nothing of what should go is left in a copy: by readers that had no part in making it."""
