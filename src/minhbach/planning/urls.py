"""Addresses of planning: `/ke-hoach/` for the public, `/lam-viec/ke-hoach/` and `/lam-viec/nhiem-vu/` for officers."""

from django.urls import path

from minhbach.planning.cascade.urls import cascading
from minhbach.planning.following.urls import following
from minhbach.planning.inout_urls import inout
from minhbach.planning.urging.urls import urgent
from minhbach.planning.views import (
    gate,
    imports,
    look_up,
    names,
    new_body,
    overview,
    plans,
    public,
    review,
    tasks,
    work,
    work_acts,
)

app_name = "planning"
OFFICE = "lam-viec/ke-hoach/"
WORK = "lam-viec/viec/<int:assignment_id>/"
IMPORT = OFFICE + "nhap/<int:import_id>/"

urlpatterns = [
    path("ke-hoach/", public.plans, name="public_plans"),
    path("ke-hoach/co-quan/<slug:slug>/", public.body_tasks, name="body_tasks"),
    path("ke-hoach/co-quan/<slug:slug>/nhiem-vu.csv", public.body_tasks_csv, name="body_tasks_csv"),
    path("ke-hoach/<slug:slug>/", public.plan, name="public_plan"),
    path("ke-hoach/<slug:slug>/viec/", public.plan_work, name="public_work"),
    path("ke-hoach/<slug:slug>/nhiem-vu.csv", public.plan_csv, name="public_plan_csv"),
    path(OFFICE, plans.plans, name="plans"),
    path(OFFICE + "nhap/", imports.imports, name="imports"),
    path(OFFICE + "nhap/moi/", imports.new_import, name="new_import"),
    path(IMPORT, overview.import_overview, name="import"),
    path(IMPORT + "van-ban/", review.head, name="review_head"),
    path(IMPORT + "muc/<int:position>/", review.task, name="review_task"),
    path(IMPORT + "muc/<int:position>/khong-phai/", review.leave_out, name="leave_out_task"),
    path(IMPORT + "muc/<int:position>/lay-lai/", review.take_back_task, name="take_back_task"),
    path(IMPORT + "them/", review.new_task, name="review_new_task"),
    path(IMPORT + "ten-co-quan/", names.name, name="review_name"),
    path(IMPORT + "co-quan-moi/", new_body.new_body, name="review_new_body"),
    path(IMPORT + "tim-lai-co-quan/", look_up.look_up, name="look_bodies_up"),
    path(IMPORT + "giu-nguyen-chu/", names.keep_vague, name="keep_vague"),
    path(IMPORT + "xac-nhan/", imports.confirm_import, name="confirm_import"),
    path(IMPORT + "bo/", imports.discard, name="discard_import"),
    path(IMPORT + "lay-lai/", imports.take_back, name="take_back_import"),
    path(OFFICE + "<int:plan_id>/", plans.plan, name="plan"),
    path(OFFICE + "<int:plan_id>/nhiem-vu.csv", plans.plan_csv, name="plan_csv"),
    path(OFFICE + "<int:plan_id>/nhiem-vu/<int:task_id>/", tasks.task, name="task"),
    path(OFFICE + "<int:plan_id>/viec/", plans.plan_work, name="plan_work"),
    path(OFFICE + "<int:plan_id>/nhiem-vu/<int:task_id>/su-viec/", work_acts.happening, name="record_happening"),
    path(OFFICE + "<int:plan_id>/trinh/", gate.submit, name="submit_plan"),
    path(OFFICE + "<int:plan_id>/lay-lai-ban-trinh/", gate.take_back, name="take_back_submission"),
    path(OFFICE + "<int:plan_id>/sua/", gate.reopen, name="reopen_plan"),
    path(OFFICE + "<int:plan_id>/duyet/", gate.approve, name="approve_plan"),
    path(OFFICE + "<int:plan_id>/rut/", gate.withdraw, name="withdraw_plan"),
    path("lam-viec/nhiem-vu/", tasks.my_tasks, name="my_tasks"),
    path("lam-viec/nhiem-vu/nhiem-vu.csv", tasks.my_tasks_csv, name="my_tasks_csv"),
    path(WORK, work.work, name="work"),
    path(WORK + "giao/", work_acts.give, name="give_work"),
    path(WORK + "tien-do/", work_acts.progress, name="report_progress"),
    path(WORK + "ket-qua/", work_acts.result, name="report_result"),
    path(WORK + "lay-lai/", work_acts.take_back, name="take_back_result"),
    path(WORK + "duyet/", work_acts.answer, name="answer_work"),
    path(WORK + "mo-lai/", work_acts.reopen, name="reopen_work"),
    path(WORK + "thoi/", work_acts.drop, name="drop_work"),
    path(WORK + "lam-tiep/", work_acts.resume, name="resume_work"),
    path(WORK + "han/", work_acts.limit, name="change_limit"),
    *cascading,
    *following,
    *inout,
    *urgent,
]
