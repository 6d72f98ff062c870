"""`minhbach read-mail` reads the mailboxes that take requests in, once, as the worker does every two minutes."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.foundation import clock
from minhbach.requests.mail.jobs import read_mailboxes


class Command(BaseCommand):
    """Take in what lies in the mailboxes, and say how much it was."""

    help = "Đọc các hộp thư nhận yêu cầu một lần."

    def handle(self, **_options: Any) -> None:
        if not settings.REQUEST_MAILBOXES:
            raise CommandError("Chưa đặt MINHBACH_IMAP_REQUESTS.")
        try:
            swept = read_mailboxes(now=clock.now())
        except BodyNotVisible as error:
            raise CommandError("MINHBACH_IMAP_REQUESTS nêu một cơ quan không có ở đây.") from error
        self.stdout.write(f"Thư đã nhận: {swept.handled}. Thư để lại trong hộp: {swept.left}.")
        if swept.silent:
            raise CommandError(f"Hộp thư không trả lời: {', '.join(swept.silent)}.")
