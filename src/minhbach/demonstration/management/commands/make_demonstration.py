"""`minhbach manage make_demonstration`: makes the made-up ward; `make run` calls it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from minhbach.demonstration.actions.make_demonstration import make_demonstration
from minhbach.foundation import clock


class Command(BaseCommand):
    """Makes the demonstration once; a second run changes nothing."""

    help = "Tạo phường làm mẫu với cán bộ đủ các vai trò. Chỉ chạy ở chế độ trình diễn (MINHBACH_MODE=demonstration)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, or refuse anywhere but in a demonstration."""
        if not settings.IS_DEMONSTRATION:
            raise CommandError("Chỉ tạo dữ liệu làm mẫu ở chế độ trình diễn: đặt MINHBACH_MODE=demonstration.")
        made = make_demonstration(now=clock.now())
        sentence = "Đã tạo dữ liệu làm mẫu: phường Mẫu Một, xã Mẫu Hai." if made else "Dữ liệu làm mẫu đã có sẵn."
        self.stderr.write(sentence)
