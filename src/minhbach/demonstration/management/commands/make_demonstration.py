"""`minhbach manage make_demonstration`: makes the made-up province; `make run` calls it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from minhbach.demonstration.actions.make_demonstration import make_demonstration
from minhbach.foundation import clock

MADE = "Đã tạo dữ liệu làm mẫu: tỉnh Thí Dụ, 12 xã, phường, một năm thực hiện kế hoạch."
THERE = "Dữ liệu làm mẫu đã có sẵn."


class Command(BaseCommand):
    """Makes the demonstration once; a second run changes nothing."""

    help = (
        "Tạo tỉnh làm mẫu: cán bộ đủ các vai trò, kế hoạch các cấp và một năm thực hiện. "
        "Chỉ chạy ở chế độ trình diễn (MINHBACH_MODE=demonstration)."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, or refuse anywhere but in a demonstration."""
        if not settings.IS_DEMONSTRATION:
            raise CommandError("Chỉ tạo dữ liệu làm mẫu ở chế độ trình diễn: đặt MINHBACH_MODE=demonstration.")
        self.stderr.write(MADE if make_demonstration(now=clock.now()) else THERE)
