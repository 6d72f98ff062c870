"""What pages call roles and what was done."""

from django.utils.translation import gettext_lazy as _

from minhbach.domain.access import Role

ROLE_NAMES = {
    Role.FOCAL_POINT: _("Đầu mối"),
    Role.SPECIALIST: _("Chuyên viên"),
    Role.MODERATOR: _("Kiểm duyệt nội dung"),
    Role.LEADER: _("Lãnh đạo"),
    Role.JUSTICE_COORDINATOR: _("Tư pháp điều phối"),
    Role.SUPERVISOR: _("Giám sát"),
    Role.ADMINISTRATOR: _("Quản trị"),
}
EVENT_NAMES = {
    "person.created": _("Lập tài khoản"),
    "person.corrected": _("Sửa thông tin"),
    "person.deactivated": _("Khóa tài khoản"),
    "person.reactivated": _("Mở lại tài khoản"),
    "person.handed-over": _("Bàn giao công việc"),
    "person.password-changed": _("Đổi mật khẩu"),
    "person.password-reset": _("Cấp mật khẩu tạm"),
    "person.two-factor-added": _("Bật xác thực hai lớp"),
    "person.two-factor-removed": _("Tắt xác thực hai lớp"),
    "person.two-factor-reset": _("Bỏ xác thực hai lớp"),
    "person.subject-linked": _("Gắn định danh điện tử"),
    "person.subject-unlinked": _("Bỏ gắn định danh điện tử"),
    "person.sessions-ended": _("Đăng xuất khỏi các máy khác"),
    "person.logged-in": _("Đăng nhập"),
    "person.logged-out": _("Đăng xuất"),
    "person.locked-out": _("Tạm chặn vì nhiều lần sai mật khẩu"),
    "post.given": _("Giao vị trí"),
    "post.ended": _("Thôi giữ vị trí"),
    "post.delegated": _("Ủy quyền vị trí"),
    "post.delegation-ended": _("Thôi ủy quyền vị trí"),
}
