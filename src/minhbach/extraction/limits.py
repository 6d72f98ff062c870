"""How much one file may be and may cost. Generous for real documents, small enough that no file can stop a server."""

MB = 1024 * 1024

MAX_BYTES = 200 * MB
MAX_TEXT_BYTES = 5 * MB
MAX_HTML_BYTES = 20 * MB
IN_PROCESS_TEXT_BYTES = MB  # more than that is taken apart in a process of its own
MAX_LINES = 100_000
MAX_CHARACTERS = 5_000_000
MAX_LINE_CHARACTERS = 10_000  # a longer line is cut at a space, so that no pattern of the reader meets a huge one
MAX_CELL_CHARACTERS = 20_000

IN_PROCESS_READING_CHARACTERS = 100_000  # what a person waits for at a terminal; a plan of 40 pages has that many
MAX_FINDINGS = 3_000  # tasks, duties and responsibilities of one document; the longest annexes seen have some hundreds
MAX_READING_BYTES = 48 * MB  # what was found, as JSON

MAX_ENTRIES = 5_000
MAX_PART_BYTES = 60 * MB  # of one part of an office file, unpacked
MAX_UNPACKED_BYTES = 400 * MB
MAX_RATIO = 200  # unpacked to packed, of a part larger than RATIO_FROM
RATIO_FROM = 5 * MB
MAX_ELEMENTS = 2_000_000
MAX_DEPTH = 200
MAX_TABLE_COLUMNS = 100
MAX_TABLE_CELLS = 200_000
MAX_TABLE_BYTES = 20 * MB  # of a spreadsheet as delivered
MAX_SHEETS = 60
MAX_SHEET_ROWS = 6_000  # twice what becomes tasks: headings, notes and blank rows lie between them
MAX_LIST_ROWS = 20_000  # of a list of items, which nobody checks row by row
MAX_LIST_CELLS = 600_000
MAX_MARK_CELL = 200  # a mark of secrecy stands alone in its cell

MAX_PAGES = 1_000
MAX_SCANNED_PAGES = 300
MAX_PAGE_CHARACTERS = 60_000
MAX_PAGE_OBJECTS = 20_000
MAX_IMAGE_PIXELS = 120_000_000
MAX_RENDERED_PIXELS = 36_000_000  # an A3 page at 300 dpi has 17 million
