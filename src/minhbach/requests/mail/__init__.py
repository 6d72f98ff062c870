"""Mails that came to a body and wait for a person to say what they are."""
