"""Papers with everything that the layout knows, made up."""

from dataclasses import replace
from datetime import date

from minhbach.papers.contracts import Annex, Heading, Item, Paper, Paragraph, Signature, Table

ODD = '#eval("1+1") $x^2$ *đậm* _nghiêng_ @nhãn <b>thẻ</b> \\ Ẫ Ỗ ự Ữ ệ'
"""What a template language, Typst or HTML might take for its own, and letters with two marks."""
TASKS = Table(
    head=("STT", "Nhiệm vụ", "Chủ trì", "Hạn"),
    rows=(("1", "Xây dựng quy chế", "Văn phòng", "31/3/2026"), ("2", "Lập danh mục\nvà công khai", "Văn phòng", "")),
    widths=(1, 6, 4, 3),
    centred=(0, 3),
)
LETTER = Paper(
    kind="Công văn",
    issuing_body="ỦY BAN NHÂN DÂN\nXÃ MẪU MỘT",
    symbol="UBND-VP",
    number=5,
    day=date(2026, 3, 5),
    place="Mẫu Một",
    subject="đôn đốc thực hiện Kế hoạch số 15/KH-UBND",
    addressees=("Phòng Văn hóa - Xã hội", "Phòng Kinh tế"),
    blocks=(
        Paragraph("Căn cứ Luật Tiếp cận thông tin số 01/2026/QH16;", ground=True),
        Paragraph(f"Ủy ban nhân dân xã yêu cầu: {ODD}"),
        Heading("I. NHIỆM VỤ"),
        Heading("1. Việc chậm", 2),
        Item("a)", "Xây dựng quy chế;"),
        TASKS,
        Paragraph("Yêu cầu các đơn vị thực hiện."),
    ),
    signature=Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Trần Thị Thử"),
    recipients=("Như trên", "Lưu: VT"),
)
PLAN = Paper(
    kind="Kế hoạch",
    body_above="ỦY BAN NHÂN DÂN TỈNH THÍ DỤ",
    issuing_body="SỞ TƯ PHÁP",
    symbol="KH-STP",
    year=2026,
    place="Thí Dụ",
    subject="Triển khai thi hành Luật Tiếp cận thông tin năm 2026",
    blocks=(Heading("I. MỤC ĐÍCH"), Paragraph("Bảo đảm quyền của công dân.")),
    signature=Signature((), "GIÁM ĐỐC", ""),
    recipients=("UBND tỉnh", "Lưu: VT"),
)
LONG = replace(
    LETTER,
    blocks=(
        *LETTER.blocks[:2],
        Table(
            TASKS.head,
            tuple((str(n), f"Nhiệm vụ thứ {n} về cung cấp thông tin", "Văn phòng", "31/3/2026") for n in range(1, 301)),
            TASKS.widths,
            TASKS.centred,
        ),
        Paragraph("Yêu cầu các đơn vị thực hiện."),
    ),
)

DECISION = replace(
    PLAN,
    kind="Quyết định",
    symbol="QĐ-STP",
    number=7,
    day=date(2026, 10, 5),
    subject="Ban hành Quy chế cung cấp thông tin",
    blocks=(Heading("QUYẾT ĐỊNH:", 0), Paragraph("Điều 1. Ban hành kèm theo Quyết định này Quy chế.")),
    annex=Annex(
        "QUY CHẾ",
        "Cung cấp thông tin của Sở Tư pháp",
        (Heading("Chương I\nQUY ĐỊNH CHUNG", 0), Heading("Điều 1. Phạm vi", 2), Paragraph(f"Quy chế này. {ODD}")),
    ),
)
