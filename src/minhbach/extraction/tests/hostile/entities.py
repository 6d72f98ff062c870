"""Files that ask their reader to open others."""

from collections.abc import Iterator

from minhbach.extraction.tests.hostile.making import ODT_TYPE, SHEET, XLSX, Make, with_part
from minhbach.extraction.tests.samples import W, docx, paragraph, zipped


def entities() -> Iterator[tuple[str, Make]]:
    laughs = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    kinds = {
        "laughs": f'<!DOCTYPE z [<!ENTITY a "ha">{laughs}]>',
        "a file": '<!DOCTYPE z [<!ENTITY i SYSTEM "file:///etc/passwd">]>',
        "an address": '<!DOCTYPE z [<!ENTITY i SYSTEM "http://127.0.0.1:9/x">]>',
        "an outside DTD": '<!DOCTYPE z SYSTEM "http://127.0.0.1:9/a.dtd">',
        "a parameter": '<!DOCTYPE z [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        "a long one": f'<!DOCTYPE z [<!ENTITY i "{"x" * 100_000}">]>',
    }
    for what, head in kinds.items():
        word = f'{head}<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&i;x</w:t></w:r></w:p></w:body></w:document>'
        yield f"entity in DOCX: {what}", lambda word=word: zipped({"word/document.xml": word})
        yield (
            f"entity in a header: {what}",
            lambda word=word: docx(paragraph("x"), {"header1.xml": word.replace('<?xml version="1.0"?>', "")}),
        )
        yield f"entity in ODT: {what}", lambda word=word: zipped({"mimetype": ODT_TYPE, "content.xml": word})
        yield (
            f"entity in XLSX: {what}",
            lambda head=head: zipped(
                XLSX | {"xl/worksheets/sheet1.xml": head + SHEET.format("<row><c><v>&i;1</v></c></row>")}
            ),
        )
        yield f"entity in HTML: {what}", lambda head=head: f"<html><body>{head}<p>&i; a</p></body></html>".encode()
        yield (
            f"entity in properties: {what}",
            lambda head=head: with_part(docx(paragraph("x")), "docProps/core.xml", f"{head}<a>&i;</a>"),
        )
    yield (
        "a template elsewhere",
        lambda: with_part(docx(paragraph("x")), "word/_rels/settings.xml.rels", _outside("attachedTemplate")),
    )
    yield (
        "a picture elsewhere",
        lambda: with_part(docx(paragraph("x")), "word/_rels/document.xml.rels", _outside("image")),
    )
    yield (
        "a link to another workbook",
        lambda: zipped(
            XLSX
            | {
                "xl/worksheets/sheet1.xml": SHEET.format("<row><c><f>[1]A!A1</f><v>1</v></c></row>"),
                "xl/externalLinks/_rels/externalLink1.xml.rels": _outside("externalLinkPath"),
            }
        ),
    )
    yield (
        "a formula that starts a program",
        lambda: zipped(
            XLSX | {"xl/worksheets/sheet1.xml": SHEET.format("<row><c><f>cmd|' /C calc'!A0</f><v>1</v></c></row>")}
        ),
    )
    yield "a CSV with formulas", lambda: "Tên,Số\n=cmd|' /C calc'!A0,1\n@SUM(1),2\n".encode()


def _outside(kind: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
        f'Type="{kind}" Target="http://127.0.0.1:9/evil" TargetMode="External"/></Relationships>'
    )
