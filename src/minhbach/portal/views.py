"""The public's pages that show several rooms."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """Show the first page: search before form, then agencies, what is new, what was answered."""
    return render(request, "portal/home.html")


def help_page(request: HttpRequest) -> HttpResponse:
    """Show how to get help, by which channel, and how far these pages serve people with disabilities."""
    return render(request, "portal/help.html")
