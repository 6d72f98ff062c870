"""A process of its own for everything that parses an untrusted file: little memory, little time, then it is ended."""
