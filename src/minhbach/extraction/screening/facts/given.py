"""Syllables of middle and given names, as people bear them; written down by hand from common use, no list copied.

They tell a name ("Trần Văn Mẫu") from other words in capitals ("Đào Tạo Nghề") where nothing else does.
"""

from minhbach.domain.text import fold, lower_one_tone

_SYLLABLES = """
    an ân ẩn ấn anh ánh ái âu bá bạch bách bản ban bàng bang bành bảo báo băng bằng bắc bân bất bích biên bình bính
    bồng bộ bôn bổn bửu bưởi ba bảy bốn năm sáu tám chín mười cả út cẩm cầm cầu cảnh canh cao cần cang cát chánh chắt
    chấn châu chầm chi chí chiến chiêu chiểu chín chinh chính chỉnh chiếm chủ chung chuẩn chúc chuyên chuyền chương
    chưởng chức cò công cơ cúc củng cương cường cung cứ cử cự cừ dạ dần danh dâng dậu dân di dĩ diễm diên diễn diện
    diện diệu diệp dinh doan doãn doanh dòng dong du dụ duẩn dũng dung dụng duy duyên duyện duyệt dư dưỡng dương dường
    đa đà đài đại đàm đan đàn đào đạo đáng đảng đạm đảo đạt đắc đặng đăng đẳng đậu đấu đề đệ đệ điềm điểm điền điển
    điện điệp điều điểu đích định đình đính đoan đoàn đoài đô đồng đông đồi đôn đôi độ đống đới đường đương đức được
    em gái giá gia giai giao giác giàu giang giảng giáp giỏi hạ hà hai hải hảo hạnh hành hằng hậu hân hán hàn hào hạo
    hiên hiền hiến hiển hiện hiệp hiệu hiếu hiều hinh hoa hóa hòa hoà hoạch hoài hoan hoàn hoàng hoành hoạt hoạ hồ hồi
    hội hối hồng hộ học hợi hợp hợi huân huấn huế huệ hùng hung huy huỳnh huyên huyền huyến huyện hữu hưng hương hướng
    hưởng hường hỷ hy ích in kha khá khả khải khai khang khâm khanh khánh khảm khắc khắng khiêm khiết khiển khoa khoan
    khoát khôi khởi khơi khuê khuyên khuyến khương khứ khước kiêm kiểm kiên kiền kiến kiệt kiều kiểu kim kính kinh kỳ
    kỷ kỹ la lạc lài lai lam lãm lan lành lãnh lang lăng lân lâm lập lê lễ lệ lem lên lịch liêm liên liễn liệu liễu
    linh lĩnh loan loát loát long lộc lộ lội lối lợi lụa luân luận luật lục lũy lương lượng lưu luyến luyện lực ly lý
    lỳ lỵ mã mai mại mạnh mãn mão mạo mận mẫn mậu mầu mẫu mây mến mi miên miền minh mịn mơ mộc mộng mót mùa mùi mừng
    muôn muộn mưu mười my mỹ mỵ na nam năm năng nết nga ngà ngạn ngãi ngâm ngân ngần nghi nghị nghĩa nghiêm nghiệp
    ngoan ngoãn ngọ ngọc ngoạn ngôn ngọt nguyên nguyện nguyệt ngữ ngự nhã nhạn nhan nhàn nhãn nhâm nhân nhẫn nhận nhất
    nhật nhi nhị nhiệm nhiên nhiều nho nhơn nhỏ nhớ nhu nhuận nhung nhuần nhượng như nhự nhựt ni niên niệm ninh nữ
    nương oanh phái phan phán phát phấn phẩm phi phin phó phong phòng phố phú phủ phụ phúc phục phùng phụng phước
    phương phượng pháp quả quan quán quảng quang quân quần quát quế quốc quí quý quy quyên quyến quyền quyết quyết quỳ
    quỳnh rạng rin rô sa sách san sang sáng sảng sanh sáu sâm sâu sen sếnh sinh sĩ sỹ siêm sim soạn son song sơn sử
    sương sứ sự sùng sửu tá tạ tài tám tám tam tảo tạo tâm tân tấn tần tập tất tây tế thạc thạch thái thám thảo thanh
    thành thạnh thắm thăng thắng thâm thân thập thật thắc thất thế thể thêm thi thị thìn thiêm thiên thiện thiển thiết
    thiều thiệu thiệp thiệt thinh thính thịnh thỉnh thọ thơ thoa thoại thoan thỏa thoả thông thống thôn thời thới thu
    thụ thủ thuần thuận thuật thục thuyên thuyết thuyền thúy thuý thùy thuỳ thủy thuỷ thụy thuỵ thư thứ thừa thức thực
    thương thường thưởng thước thy ti tỉ tiềm tiệm tiên tiến tiễn tiếp tiệp tiết tiệm tiếu tín tính tình tinh tịnh
    tĩnh toan toán toàn toại toản tòng tô tố tôn tồn tống tới trà trác trai trạch trạm trang tràng tráng trâm trầm
    trân trần trấn trăm trí trì trị triển triết triệu triều trinh trình trọng trông trúc trụ trung trực trưng trữ
    trường trưởng trương trước trứ tuân tuần tuấn tuất tuế tuệ tùng tụng tuy tuyên tuyến tuyền tuyển tuyết tú tụ tư tứ
    từ tự tước tươi tường tưởng tương tượng tựu tỵ tý tỷ uẩn uy uyên uyển út ứng ước vạn vân vấn văn vận vĩ vi vị viên
    viễn viện viết việt vịnh vinh vĩnh vọng võ vóc vui vũ vụ vui vương vượng vừa vỹ vy xa xinh xoa xoan xuân xuyên
    xuyến xứng xướng ý yên yến yêm y xu sa thái tân son mến thoan hợp bông cải chanh chuối cúc dừa đẹp gấm hến hoè hòe
    kén khuyên lanh lắm luyến mít nhài nhẫn nở nụ sáo sâm tằm tép thắm thêu thìn tho tí tía tuyết vải vàng vóc xoài
    páo pó dơ dế dua chìa chở chư chứ chúng của dí dính gấu giống hờ khua khứ kía lử lồng mái máy mỷ nhìa nủ pà pao
    pàng pháng phử phừ sáy sính sếnh sua súa tếnh thề thò tủa tú vảng vạ xà xay xia xóa xúa páo seo lao mẩy ghến chiều
    ón phấy khé tả phẩy pham tá lụ sây rây sa phia ra rết ry thone sóc khươl dara sóc phiếp sết moan kơk brể bang blô
    nuôl niê đê đam san brim bhen kuôn thuỷ krông hbia lăk phik h'hen mlô wê wiu yơn yưn bré thút djuân dun kông hlan
    gơ gô
"""
SYLLABLES = frozenset(_SYLLABLES.split())
PLAIN = frozenset(fold(word) for word in SYLLABLES)
# What mostly stands second in a name of three: by itself nearly proof.
_MIDDLE_WORDS = "van thi huu duc dinh ngoc minh thanh quang xuan hong kim my thu a ba dang trong the cong quoc gia"
MIDDLE = frozenset(_MIDDLE_WORDS.split())


_ONE_TONE = frozenset(lower_one_tone(word) for word in SYLLABLES)


def is_given(word: str, *, strict: bool = False) -> bool:
    """Say whether a word is a syllable of names; strict: with just these marks, or with none where it has none."""
    if strict:
        return lower_one_tone(word) in _ONE_TONE or len(word) == 1 or "'" in word
    plain = fold(word)
    return plain in PLAIN or len(plain) == 1 or "'" in plain
