"""What may not go out: marks of secrecy and urgency, and personal data with its place and the reason it was found.

Plain Python without Django. `screen.screen_text` takes a text, `files.screen_file` a file of any kind that can be read.
"""
