"""Addresses of internal regulations: what the public reads, officers' drafts, opinions, and who lacks one."""

from django.urls import path

from minhbach.publication.views import (
    opinions,
    public_regulations,
    regulation_articles,
    regulation_issuing,
    regulation_standings,
    regulations,
)

app_name = "regulations"
OFFICE = "lam-viec/cong-khai/quy-che/"
ONE = OFFICE + "<int:announcement_id>/"

urlpatterns = [
    path("quy-che/", public_regulations.regulations, name="regulations"),
    path("quy-che/<int:announcement_id>/", public_regulations.regulation, name="regulation"),
    path("quy-che/<int:announcement_id>/quy-che.<slug:file_type>", public_regulations.regulation_file, name="file"),
    path(OFFICE, regulations.drafts, name="drafts"),
    path(OFFICE + "tinh-hinh/", regulation_standings.standings, name="standings"),
    path(ONE, regulations.draft, name="draft"),
    path(ONE + "cho-dien/", regulations.fill, name="fill"),
    path(ONE + "so-voi-mau/", regulations.difference, name="difference"),
    path(ONE + "du-thao.<slug:file_type>", regulations.draft_file, name="draft_file"),
    path(ONE + "bo/", regulations.discard, name="discard"),
    path(ONE + "dieu/them/", regulation_articles.new_article, name="new_article"),
    path(ONE + "dieu/<int:article_id>/", regulation_articles.article, name="article"),
    path(ONE + "dieu/<int:article_id>/bo/", regulation_articles.drop, name="drop_article"),
    path(ONE + "dieu/<int:article_id>/doi-cho/", regulation_articles.move, name="move_article"),
    path(ONE + "lay-y-kien/", opinions.ask, name="ask"),
    path(ONE + "ket-thuc-y-kien/", opinions.close, name="close_opinions"),
    path(ONE + "bang-y-kien.<slug:file_type>", opinions.table, name="opinion_table"),
    path(ONE + "y-kien/", opinions.give, name="give_opinion"),
    path(ONE + "y-kien/<int:opinion_id>/", opinions.answer, name="answer_opinion"),
    path(ONE + "y-kien/<int:opinion_id>/rut/", opinions.take_back, name="take_opinion_back"),
    path(ONE + "ban-hanh/", regulation_issuing.issuing, name="issuing"),
    path(ONE + "ban-hanh/soan/", regulation_issuing.draw_up, name="draw_up"),
    path(ONE + "ban-hanh/xac-nhan/", regulation_issuing.confirm, name="confirm_issued"),
    path(ONE + "soan-lai/", regulation_issuing.send_to_draft, name="return_to_draft"),
]
