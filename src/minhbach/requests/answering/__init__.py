"""The answer: drafted, its files redacted, approved, sent."""
