"""The book of requests: its columns, and a book kept before, taken over."""
