"""Reads the body of a document: units of text → outline → tasks, duties, responsibilities, budget, figures.

Each file is one verb. Patterns are written in the form that `lower_one_tone` gives (lower case, *uỷ*, *hoá*), which
keeps the length of a text, so that places found in it are places in the text as written.
"""
