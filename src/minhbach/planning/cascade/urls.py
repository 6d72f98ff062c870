"""Addresses of the cascade: the plan above, the bodies below, a body's own plan drawn, work that bodies left behind."""

from django.urls import path

from minhbach.planning.views import cascade, cascade_parts, drawing, handing_on, plan_above

PLAN = "lam-viec/ke-hoach/<int:plan_id>/"
IMPORT = "lam-viec/ke-hoach/nhap/<int:import_id>/"

cascading = [
    path(PLAN + "cap-tren/", plan_above.of_plan, name="plan_above"),
    path(PLAN + "cap-duoi/", cascade.cascade, name="cascade"),
    path(PLAN + "cap-duoi/viec/", cascade_parts.cascade_work, name="cascade_work"),
    path(PLAN + "chua-ai-nhan/", cascade_parts.untaken, name="untaken"),
    path(PLAN + "lap/", drawing.draw, name="draw_plan"),
    path(PLAN + "noi-tiep/", handing_on.choose, name="hand_on_work"),
    path(IMPORT + "cap-tren/", plan_above.of_import, name="import_above"),
    path(IMPORT + "van-ban.docx", drawing.docx, name="drawn_docx"),
    path(IMPORT + "van-ban.pdf", drawing.pdf, name="drawn_pdf"),
]
