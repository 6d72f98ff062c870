"""Addresses of what goes with the work: remarks, difficulties, money, commendations."""

from django.urls import path

from minhbach.planning.views import (
    budget,
    commendations,
    difficulties,
    difficulty_acts,
    difficulty_gathering,
    difficulty_summary,
    remarks,
)

TASK = "lam-viec/ke-hoach/<int:plan_id>/nhiem-vu/<int:task_id>/"
REMARK = TASK + "y-kien/<int:remark_id>/"
DIFFICULTIES = "lam-viec/vuong-mac/"
DIFFICULTY = DIFFICULTIES + "<int:difficulty_id>/"
BUDGET = "lam-viec/ke-hoach/<int:plan_id>/kinh-phi/"
COMMENDATIONS = "lam-viec/ke-hoach/<int:plan_id>/khen-thuong/"
COMMENDATION = COMMENDATIONS + "<int:commendation_id>/"

following = [
    path(TASK + "y-kien/", remarks.remark, name="new_remark"),
    path(TASK + "kiem-tra/", remarks.inspection, name="new_inspection"),
    path(REMARK + "rut/", remarks.withdraw, name="withdraw_remark"),
    path(REMARK + "dua-lai/", remarks.put_back, name="put_back_remark"),
    path(DIFFICULTIES, difficulties.difficulties, name="difficulties"),
    path(DIFFICULTIES + "moi/", difficulty_acts.new, name="new_difficulty"),
    path(DIFFICULTIES + "gop/", difficulty_gathering.gather, name="gather_difficulties"),
    path(DIFFICULTIES + "tong-hop/", difficulty_summary.summary, name="difficulty_summary"),
    path(DIFFICULTY, difficulties.difficulty, name="difficulty"),
    path(DIFFICULTY + "sua/", difficulty_acts.change, name="change_difficulty"),
    path(DIFFICULTY + "tra-loi/", difficulty_acts.answer, name="answer_difficulty"),
    path(DIFFICULTY + "sua-tra-loi/", difficulty_acts.correct, name="correct_answer"),
    path(DIFFICULTY + "chuyen-len/", difficulty_acts.pass_up, name="pass_up_difficulty"),
    path(DIFFICULTY + "hoi-lai/", difficulty_acts.again, name="ask_again"),
    path(DIFFICULTY + "rut/", difficulty_acts.withdraw, name="withdraw_difficulty"),
    path(BUDGET, budget.budget, name="budget"),
    path(BUDGET + "moi/", budget.new_line, name="new_budget_line"),
    path(BUDGET + "<int:line_id>/", budget.line, name="budget_line"),
    path(BUDGET + "<int:line_id>/bo/", budget.remove, name="remove_budget_line"),
    path(COMMENDATIONS, commendations.commendations, name="commendations"),
    path(COMMENDATIONS + "moi/", commendations.new, name="new_commendation"),
    path(COMMENDATION, commendations.commendation, name="commendation"),
    path(COMMENDATION + "sua/", commendations.change, name="change_commendation"),
    path(COMMENDATION + "y-kien/", commendations.decide, name="decide_commendation"),
    path(COMMENDATION + "rut/", commendations.withdraw, name="withdraw_commendation"),
    path(COMMENDATION + "de-nghi-lai/", commendations.again, name="propose_again"),
]
