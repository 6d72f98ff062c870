"""Files in, text out, without Django: what kind of file it is, its lines in reading order, and scans read by OCR.

`extract.extract` is the door. Whatever parses an untrusted file runs in `sandbox`, a process with limits.
"""
