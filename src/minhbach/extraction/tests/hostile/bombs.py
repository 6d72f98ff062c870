"""Files that unpack to far more than they are."""

from collections.abc import Iterator
from functools import partial

from minhbach.extraction.tests.hostile.making import MB, SHEET, XLSX, Make, claimed, zeros
from minhbach.extraction.tests.samples import docx, paragraph, zipped


def bombs() -> Iterator[tuple[str, Make]]:
    for part in (
        "word/document.xml",
        "word/styles.xml",
        "content.xml",
        "xl/worksheets/sheet1.xml",
        "a.txt",
        "xl/workbook.xml",
    ):
        for size in (70, 300):
            yield f"zip bomb: {part}, {size} MB", partial(zeros, part, size * MB)
        yield f"zip bomb that lies: {part}", lambda part=part: claimed(zeros(part, 100 * MB), 900)
    yield "many entries", lambda: zipped({f"x{n}": b"" for n in range(6000)} | {"word/document.xml": "<a/>"})
    for shape in (".xlsx", ".ods"):
        rows = '<row r="1"><c r="XFD1048576"><v>1</v></c></row>'
        yield (
            f"a cell at the end of the sheet{shape}",
            lambda rows=rows: zipped(XLSX | {"xl/worksheets/sheet1.xml": SHEET.format(rows)}),
        )
    yield (
        "a million cells",
        lambda: zipped(
            XLSX
            | {"xl/worksheets/sheet1.xml": SHEET.format('<row><c t="inlineStr"><is><t>a</t></is></c></row>' * 300_000)}
        ),
    )
    yield (
        "repeated columns in ODS",
        lambda: zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": '<o:d xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
                'xmlns:t="urn:oasis:names:tc:'
                'opendocument:xmlns:table:1.0"><o:body><o:spreadsheet><t:table t:name="a"><t:table-row '
                't:number-rows-repeated="1048576"><t:table-cell t:number-columns-repeated="16384" o:value-type="float" '
                'o:value="1"/></t:table-row></t:table></o:spreadsheet></o:body></o:d>',
            }
        ),
    )
    for depth in (300, 5000, 50_000):
        yield f"XML {depth} deep", partial(_deep_docx, depth)
        yield f"HTML {depth} deep", lambda depth=depth: b"<html><body>" + b"<table><tr><td>" * depth + b"x</html>"
    for kind in ("paragraphs", "runs", "tables"):
        yield f"a document of nothing but {kind}", partial(_many, kind)


def _deep_docx(depth: int) -> bytes:
    return docx("<w:sdt><w:sdtContent>" * depth + paragraph("x") + "</w:sdtContent></w:sdt>" * depth)


def _many(kind: str) -> bytes:
    if kind == "paragraphs":
        return docx("<w:p/>" * 400_000 + paragraph("x"))
    if kind == "runs":
        return docx("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 300_000 + "</w:p>")
    return docx("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" * 60_000)
