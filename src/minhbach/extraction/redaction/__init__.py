"""Copies of files from which something is gone for good, and the proof of it, without Django.

`redact.redact` makes the copy: every page as a picture with its boxes painted over, and over it the words that can
still be seen. `marking` shows pages and lines to whoever marks. `proof.prove` looks into the copy with other readers.
"""
