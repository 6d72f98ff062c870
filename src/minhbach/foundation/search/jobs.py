"""What keeps the search index right by the clock: mended where it and its entries disagree, words learned anew."""

from django.utils.translation import gettext_noop

from minhbach.foundation.clock import now
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.foundation.search.frequencies import is_out_of_date, learn
from minhbach.foundation.search.rebuilding import index_is_whole, rebuild_index


@job(retries=1, queue="slow", title=gettext_noop("Giữ chỉ mục tìm kiếm đúng"))
def keep_search_index() -> Report:
    """Make the index anew if it does not hold what its entries say, as after a restore or a change of the rules.

    Then learn how usual words are, if the entries have changed by much since that was last learned.
    """
    mended = 0 if index_is_whole() else rebuild_index()
    learned = learn(now=now()) if is_out_of_date() else 0
    words = gettext_noop("Mục làm lại: %(mended)s. Mục đã đọc để học cách dùng từ: %(learned)s")
    return report(words, mended=mended, learned=learned)
