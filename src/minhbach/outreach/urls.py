"""Addresses of feedback: officers' pages, and everybody's (`public_urls`)."""

from minhbach.outreach.public_urls import urlpatterns as everybodys

app_name = "outreach"
urlpatterns = [*everybodys]
