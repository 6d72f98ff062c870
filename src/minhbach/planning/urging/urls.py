"""Addresses of urging and reminding: letters, a word to who keeps one waiting, and calendars."""

from django.urls import path

from minhbach.planning.views import calendar, nudging, urging

urgent = [
    path("lam-viec/ke-hoach/<int:plan_id>/don-doc/", urging.urging, name="urge"),
    path("lam-viec/viec/<int:assignment_id>/nhac/", nudging.nudge_work, name="nudge_work"),
    path("lam-viec/vuong-mac/<int:difficulty_id>/nhac/", nudging.nudge_difficulty, name="nudge_difficulty"),
    path("lam-viec/nhiem-vu/lich/", calendar.calendar, name="calendar"),
    path("lam-viec/nhiem-vu/lich/tao/", calendar.open_feed, name="open_feed"),
    path("lam-viec/nhiem-vu/lich/thoi/", calendar.end_feed, name="end_feed"),
    path("lich/<str:secret>.ics", calendar.feed, name="calendar_feed"),
]
