"""Public bodies (cơ quan, đơn vị, tổ chức) and the names that documents give them.

`values` and `registry` hold who exists; `resolution` turns a written name into bodies, or into a question.
"""
