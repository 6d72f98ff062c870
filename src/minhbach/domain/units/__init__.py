"""Administrative units (đơn vị hành chính) by date: what a code or a name meant on a given day, and what became of it.

Plain values and rules. `minhbach.lawbook.units` reads the country's tree into them.
"""
