"""What is typed on an answer's way to the public. Parses and normalises; decides nothing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.outreach.act_forms import words_field


class PublicWordsForm(forms.Form):
    """Question and answer in words from which nobody is known."""

    question = words_field(
        _("Nội dung góp ý, viết lại cho người dân đọc"),
        required=_("Ghi nội dung góp ý, bỏ mọi chi tiết về người."),
        help_text=_("Bỏ tên, địa chỉ, số điện thoại và điều gì làm người khác đoán ra ai đã góp ý."),
    )
    answer = words_field(_("Trả lời cho người dân đọc"), required=_("Ghi câu trả lời cho người dân đọc."), rows=8)
    kept_on_purpose = forms.BooleanField(
        label=_("Tôi đã xem từng chỗ giống dữ liệu cá nhân, không chỗ nào là của người góp ý"), required=False
    )


class ApprovalForm(forms.Form):
    """The leader's word."""

    seen = forms.BooleanField(
        label=_("Tôi đã xem bản sẽ đăng, không có gì về người góp ý."),
        error_messages={"required": _("Đánh dấu “Tôi đã xem bản sẽ đăng” trước khi duyệt.")},
    )


class RemarkForm(forms.Form):
    """Why it goes back, or is withdrawn."""

    remark = words_field(_("Lý do"), required=_("Ghi lý do."), rows=3)
