"""Connects the rooms, openly, in one place: navigation, who may read which file, what the scheduler runs."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.jobs import forget_what_is_over
from minhbach.accounts.queries import administers_the_top, bodies_administered, identity_of, names_by_reference
from minhbach.accounts.registries import name_acts, offer_quick_log_ins, on_hand_over
from minhbach.agencies.registries import (
    name_actors,
    show_on_body_page,
    show_service_lists,
    tell_when_bodies_are_added,
)
from minhbach.demonstration.queries import quick_log_ins
from minhbach.desk.announcements import announcements_today
from minhbach.desk.announcing import announcements_lacking_today
from minhbach.desk.digitisation import scans_today
from minhbach.desk.feedback import feedback_today
from minhbach.desk.left_behind import work_left_behind
from minhbach.desk.mails import mails_today
from minhbach.desk.monitoring import monitor_gaps_today
from minhbach.desk.personal_data import personal_data_today
from minhbach.desk.publication import items_at_the_gate_today
from minhbach.desk.redactions import redactions_today
from minhbach.desk.registries import hand_in
from minhbach.desk.regulations import regulations_today
from minhbach.desk.requests import requests_today
from minhbach.desk.sources import (
    documents_to_check,
    focal_points_to_settle,
    mails_not_arrived,
    plans_to_approve,
)
from minhbach.desk.work import work_of_the_day
from minhbach.digitisation.jobs import forget_left_scans, read_waiting_scans, take_scans_from_folder
from minhbach.digitisation.rules import SEES as SEE_DIGITISATION
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.foundation import registries as foundation_registries
from minhbach.foundation.calendar import jobs as calendar_jobs
from minhbach.foundation.contracts import Subject
from minhbach.foundation.jobs import housekeeping
from minhbach.foundation.late_posts import tell_where_it_stands
from minhbach.foundation.mail import jobs as mail_jobs
from minhbach.foundation.registries import (
    let_keep_calendar,
    let_look_after_mail,
    let_read_files,
    on_calendar_changed,
    schedule,
)
from minhbach.foundation.search.registries import describe_hits, name_bodies
from minhbach.foundation.shell import (
    Menu,
    NavigationEntry,
    register_help_line,
    register_identity,
    register_navigation,
    register_place,
)
from minhbach.intake.contracts import SubmissionKind
from minhbach.intake.jobs import check_waiting_files as check_files_sent_in
from minhbach.intake.jobs import forget_old_drafts
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.registries import let_mail_become_feedback
from minhbach.outreach.actions.feedback_from_mail import feedback_from_mail, kinds_of_feedback
from minhbach.outreach.actions.recount_dues import open_promises_moving, recount_promises
from minhbach.outreach.body_page import feedback_on_body_page
from minhbach.outreach.following_cases import way_to_feedback
from minhbach.outreach.personal_data import KEPT_OF_FEEDBACK, OWN_FEEDBACK
from minhbach.outreach.queries.feedback import FEEDBACK, feedback_ids_of_readers, may_read_feedback_file
from minhbach.outreach.rules import SEES as READ_FEEDBACK
from minhbach.outreach.standing import where_feedback_stands
from minhbach.outreach.views.denouncing import way_of_denunciations
from minhbach.papers.queries import may_read_letter_file
from minhbach.papers.registries import let_see_letters
from minhbach.papers.rules import MAY_DRAFT as MAY_DRAFT_LETTERS
from minhbach.papers.standing import where_a_letter_stands
from minhbach.planning.actions.pass_to_colleague import open_tasks_of, pass_to_colleague
from minhbach.planning.actions.recount_limits import limits_that_would_move, recount_limits
from minhbach.planning.body_page import tasks_on_body_page
from minhbach.planning.cascade.jobs import hand_on_left_work
from minhbach.planning.evidence import REPORT
from minhbach.planning.history import ACTS_ON_A_PERSON
from minhbach.planning.jobs import (
    check_waiting_evidence,
    drop_sheets_left,
    look_bodies_up_soon,
    read_forgotten_imports,
    remind_of_limits,
)
from minhbach.planning.queries import may_read_import_file, may_read_report_file
from minhbach.portal.body_page import items_on_body_page
from minhbach.portal.describing import describe_items, token_of_body
from minhbach.portal.place import help_line, place_served
from minhbach.privacy.jobs import erase_what_is_due
from minhbach.privacy.queries.breaches import BREACH, breach_ids_of
from minhbach.privacy.registries import keep_personal_data, open_own_data_with, tell_of_mis_sent
from minhbach.privacy.rules import SEES as LOOK_AFTER_DATA
from minhbach.publication.actions.recount_ends import open_ends_moving, recount_ends
from minhbach.publication.body_page import (
    announcements_on_body_page,
    languages_on_body_page,
    procedure_on_body_page,
    regulation_on_body_page,
    service_lists_of,
)
from minhbach.publication.jobs import (
    check_waiting_channel_files,
    check_waiting_scans,
    look_at_kept_files,
    make_waiting_copies,
    open_what_is_scheduled,
    read_waiting_redactions,
    screen_waiting_versions,
    take_away_what_ended,
)
from minhbach.publication.procedures.indexing import PROCEDURE, describe_procedures
from minhbach.publication.queries.channel_files import CHANNEL_FILE, may_read_channel_file
from minhbach.publication.queries.items import items_at_the_gate
from minhbach.publication.queries.publishers import CORRECTION_REQUEST, request_ids_of_readers
from minhbach.publication.queries.redactions import REDACTION, may_read_redacted_file
from minhbach.publication.queries.scans import SCAN, may_read_scan_file
from minhbach.publication.queries.secrets import may_read_kept_file
from minhbach.publication.queries.translations import TRANSLATION
from minhbach.publication.redaction.of_items import ITEM_HOST
from minhbach.publication.registries import redact_for
from minhbach.publication.regulations.indexing import REGULATION, describe_regulations
from minhbach.publication.standing import A_PETITION, A_REDACTION, A_TRANSLATION, AN_ANNOUNCEMENT, AN_ITEM
from minhbach.publication.translations.indexing import describe_translations
from minhbach.register.actions.recount_dues import open_dues_moving, recount_dues
from minhbach.register.jobs import check_waiting_files, look_after_documents, take_forgotten_lists_in
from minhbach.register.queries import ITEM, VERSION_FILE
from minhbach.register.registries import bring_to_public_at, hold_while_waiting, show_public_at
from minhbach.register.rules import SEES as READ_THE_REGISTER
from minhbach.requests.actions.recount_dues import open_dues_moving as request_dues_moving
from minhbach.requests.actions.recount_dues import recount_dues as recount_request_dues
from minhbach.requests.answering.redaction import CASE_HOST
from minhbach.requests.jobs import forget_books_left, look_through_answer_files
from minhbach.requests.mail.jobs import forget_mails, read_requests_mail
from minhbach.requests.mail.personal_data import KEPT_OF_MAILS
from minhbach.requests.personal_data import KEPT_OF_REQUESTS, OWN_REQUEST, mis_sent_answers
from minhbach.requests.portal_jobs import tell_service_portal
from minhbach.requests.queries.answers import ANSWER_FILE, may_read_answer_file
from minhbach.requests.queries.cases import CASE, cases_of_readers
from minhbach.requests.queries.files import may_read_submission_file
from minhbach.requests.registries import lead_cases_out, lead_requesters_on
from minhbach.requests.rules import SEES as READ_REQUESTS
from minhbach.requests.standing import where_a_case_stands, where_a_mail_stands


def connect_rooms() -> None:
    """Tell the earlier rooms what later ones answer."""
    connect_navigation()
    connect_files()
    connect_search()
    connect_mails_that_came_in()
    connect_denunciations()
    connect_requesters_feedback()
    connect_gate()
    connect_personal_data()
    connect_mail()
    connect_calendar()
    connect_schedule()
    connect_desk()
    connect_body_pages()
    connect_hand_over()
    connect_late_posts()


def connect_navigation() -> None:
    """Name the lines of the menus, in the order of the pages' guide."""
    register_navigation(
        NavigationEntry(_("Tìm kiếm"), "portal:search", order=10),
        NavigationEntry(_("Cơ quan"), "agencies:bodies", order=20),
        NavigationEntry(_("Gửi yêu cầu"), "requests:ask", order=30),
        NavigationEntry(_("Tra cứu yêu cầu"), "requests:follow", order=40),
        NavigationEntry(_("Kế hoạch"), "planning:public_plans", order=50),
        NavigationEntry(_("Giám sát"), "portal:monitor", order=60),
        NavigationEntry(_("Góp ý"), "outreach:home", order=70),
        NavigationEntry(_("Trợ giúp"), "portal:help", order=90),
        NavigationEntry(_("Hôm nay"), "desk:today", menu=Menu.OFFICER, order=10),
        NavigationEntry(_("Yêu cầu"), "requests:cases", menu=Menu.OFFICER, order=20, shown_to=_reads_requests),
        NavigationEntry(
            _("Kho thông tin"), "register:items", menu=Menu.OFFICER, order=30, shown_to=_reads_the_register
        ),
        NavigationEntry(_("Số hóa"), "digitisation:batches", menu=Menu.OFFICER, order=40, shown_to=_sees_digitisation),
        NavigationEntry(
            _("Công khai"),
            "publication:items",
            menu=Menu.OFFICER,
            order=50,
            shown_to=_reads_the_register,
            also=("redaction:redactions",),
        ),
        NavigationEntry(_("Kế hoạch"), "planning:plans", menu=Menu.OFFICER, order=60),
        NavigationEntry(_("Việc của cơ quan"), "planning:my_tasks", menu=Menu.OFFICER, order=65),
        NavigationEntry(_("Vướng mắc"), "planning:difficulties", menu=Menu.OFFICER, order=67),
        NavigationEntry(_("Công văn"), "papers:letters", menu=Menu.OFFICER, order=70, shown_to=_drafts_letters),
        NavigationEntry(_("Góp ý"), "outreach:list", menu=Menu.OFFICER, order=25, shown_to=_reads_feedback),
        NavigationEntry(_("Cơ quan"), "agencies:office", menu=Menu.OFFICER, order=95),
        NavigationEntry(
            _("Dữ liệu cá nhân"), "privacy:upcoming", menu=Menu.OFFICER, order=80, shown_to=_looks_after_data
        ),
        NavigationEntry(_("Cán bộ"), "accounts:people", menu=Menu.OFFICER, order=97, shown_to=_is_administrator),
        NavigationEntry(_("Ngày nghỉ"), "calendar:year", menu=Menu.OFFICER, order=96, shown_to=_is_administrator),
        NavigationEntry(_("Thư gửi đi"), "mail:mails", menu=Menu.OFFICER, order=98, shown_to=_is_administrator),
        NavigationEntry(_("Việc nền"), "foundation:jobs", menu=Menu.OFFICER, order=99, shown_to=_is_administrator),
        NavigationEntry(_("Máy chủ"), "foundation:machine", menu=Menu.OFFICER, order=99, shown_to=_is_administrator),
        NavigationEntry(_("Đăng nhập"), "account_login", menu=Menu.ACCOUNT, order=10, shown_to=_is_visitor),
        NavigationEntry(_("Hôm nay"), "desk:today", menu=Menu.ACCOUNT, order=10, shown_to=_is_officer),
        NavigationEntry(_("Tài khoản"), "accounts:profile", menu=Menu.ACCOUNT, order=20, shown_to=_is_person),
        NavigationEntry(_("Đăng xuất"), "account_logout", menu=Menu.ACCOUNT, order=30, shown_to=_is_person, posts=True),
    )
    register_identity(identity_of)
    offer_quick_log_ins(quick_log_ins)


def _is_visitor(actor: Actor) -> bool:
    return actor.person is None


def _is_person(actor: Actor) -> bool:
    return actor.person is not None


def _is_officer(actor: Actor) -> bool:
    return actor.is_officer


def _is_administrator(actor: Actor) -> bool:
    return actor.holds(Role.ADMINISTRATOR)


def _reads_the_register(actor: Actor) -> bool:
    return actor.holds(*READ_THE_REGISTER)


def _reads_feedback(actor: Actor) -> bool:
    return actor.holds(*READ_FEEDBACK)


def _reads_requests(actor: Actor) -> bool:
    return actor.holds(*READ_REQUESTS)


def _looks_after_data(actor: Actor) -> bool:
    return actor.holds(*LOOK_AFTER_DATA)


def _sees_digitisation(actor: Actor) -> bool:
    return actor.holds(*SEE_DIGITISATION)


def _drafts_letters(actor: Actor) -> bool:
    return actor.holds(*MAY_DRAFT_LETTERS)


def connect_files() -> None:
    """Say who may open the files of each kind of subject."""
    let_read_files("letter", may_read_letter_file)
    let_read_files("plan_import", may_read_import_file)
    let_read_files(VERSION_FILE, may_read_kept_file)
    let_read_files(SCAN, may_read_scan_file)
    let_read_files(CHANNEL_FILE, may_read_channel_file)
    let_read_files(REPORT, may_read_report_file)
    let_read_files(REDACTION, may_read_redacted_file)
    let_read_files(SUBMISSION, _reads_what_came_in)
    let_read_files(ANSWER_FILE, may_read_answer_file)
    let_see_letters(CORRECTION_REQUEST, request_ids_of_readers)
    let_see_letters(BREACH, breach_ids_of)
    let_see_letters(CASE, cases_of_readers)
    let_see_letters(FEEDBACK, feedback_ids_of_readers)


def _reads_what_came_in(actor: Actor, subject: Subject) -> bool:
    return may_read_submission_file(actor, subject) or may_read_feedback_file(actor, subject)


def connect_mails_that_came_in() -> None:
    """Say what else a mail may become than a request."""
    let_mail_become_feedback(kinds=kinds_of_feedback, become=feedback_from_mail)


def connect_personal_data() -> None:
    """Say what is kept of whom, how it is erased, and how somebody comes to their own data."""
    keep_personal_data(SubmissionKind.REQUEST, KEPT_OF_REQUESTS)
    keep_personal_data(SubmissionKind.FEEDBACK, KEPT_OF_FEEDBACK)
    keep_personal_data(SubmissionKind.MAIL, KEPT_OF_MAILS)
    open_own_data_with(SubmissionKind.REQUEST, OWN_REQUEST)
    open_own_data_with(SubmissionKind.FEEDBACK, OWN_FEEDBACK)
    tell_of_mis_sent(mis_sent_answers)


def connect_denunciations() -> None:
    """Say where a request goes that is none: the leader alone reads it from then on."""
    lead_cases_out(way_of_denunciations)


def connect_requesters_feedback() -> None:
    """Say where who follows a request may say what they think of the agency's work."""
    lead_requesters_on(way_to_feedback)


def connect_gate() -> None:
    """Say which items wait for a leader's word, so that nobody changes what is being approved."""
    hold_while_waiting(items_at_the_gate)
    bring_to_public_at(_gate_path)

    redact_for(ITEM, ITEM_HOST)
    redact_for(CASE, CASE_HOST)


def connect_search() -> None:
    """Say what the hits of a search lead to, and which agency a filter by address means."""
    describe_hits(ITEM, describe_items)
    describe_hits(PROCEDURE, describe_procedures)
    describe_hits(REGULATION, describe_regulations)
    describe_hits(TRANSLATION, describe_translations)
    show_public_at(_public_path)
    name_bodies(token_of_body)


def _public_path(public_id: str) -> str:
    return reverse("portal:item", args=[public_id])


def _gate_path(item_id: int) -> str:
    return reverse("publication:item", args=[item_id])


def connect_mail() -> None:
    """Say whose mail an administrator sees, and how people are called in its history."""
    let_look_after_mail(bodies_administered)
    foundation_registries.name_actors(names_by_reference)


def connect_calendar() -> None:
    """Say who keeps the days off, and which open dates move with them."""
    let_keep_calendar(_keeps_calendar)
    on_calendar_changed("register.dues", label=_("hạn công khai thông tin"), count=open_dues_moving, move=recount_dues)
    on_calendar_changed(
        "publication.ends", label=_("hạn kiến nghị, ngày gỡ niêm yết"), count=open_ends_moving, move=recount_ends
    )
    on_calendar_changed(
        "requests.dues", label=_("hạn trả lời yêu cầu"), count=request_dues_moving, move=recount_request_dues
    )
    on_calendar_changed(
        "outreach.promises", label=_("hạn trả lời góp ý"), count=open_promises_moving, move=recount_promises
    )
    on_calendar_changed(
        "planning.limits", label=_("hạn của nhiệm vụ"), count=limits_that_would_move, move=recount_limits
    )


def _keeps_calendar(actor: Actor) -> bool:
    return administers_the_top(actor, on=clock.today())


def connect_schedule() -> None:
    """Say what runs by the clock."""
    housekeeping.register()
    mail_jobs.register()
    calendar_jobs.register()
    schedule(check_waiting_evidence, every=timedelta(minutes=1))
    schedule(check_waiting_files, every=timedelta(minutes=1))
    schedule(check_files_sent_in, every=timedelta(minutes=1))
    schedule(look_through_answer_files, every=timedelta(minutes=1))
    schedule(forget_old_drafts, every=timedelta(hours=1))
    schedule(read_requests_mail, every=timedelta(minutes=2))
    schedule(forget_mails, every=timedelta(hours=24))
    schedule(tell_service_portal, every=timedelta(minutes=1))
    schedule(erase_what_is_due, every=timedelta(hours=24))
    schedule(forget_books_left, every=timedelta(hours=24))
    schedule(read_waiting_scans, every=timedelta(minutes=1))
    schedule(take_scans_from_folder, every=timedelta(minutes=1))
    schedule(forget_left_scans, every=timedelta(minutes=10))
    schedule(take_forgotten_lists_in, every=timedelta(minutes=5))
    schedule(look_after_documents, every=timedelta(hours=1))
    schedule(screen_waiting_versions, every=timedelta(minutes=1))
    schedule(check_waiting_scans, every=timedelta(minutes=1))
    schedule(check_waiting_channel_files, every=timedelta(minutes=1))
    # Every quarter of an hour, so that what is approved for today is out soon after midnight.
    schedule(read_waiting_redactions, every=timedelta(minutes=1))
    schedule(make_waiting_copies, every=timedelta(minutes=1))
    schedule(open_what_is_scheduled, every=timedelta(minutes=15))
    schedule(look_at_kept_files, every=timedelta(hours=1))
    schedule(take_away_what_ended, every=timedelta(hours=1))
    schedule(read_forgotten_imports, every=timedelta(minutes=5))
    # At 00:05, 06:05, 12:05 and 18:05: nobody is mailed twice a day, so the later ones only mend what the first missed.
    schedule(remind_of_limits, every=timedelta(hours=6))
    schedule(forget_what_is_over, every=timedelta(hours=1))
    schedule(hand_on_left_work, every=timedelta(hours=1))
    schedule(drop_sheets_left, every=timedelta(hours=24))


def connect_body_pages() -> None:
    """Say what later rooms add to a body's page, and how people are called in its history."""
    show_on_body_page(items_on_body_page)
    show_on_body_page(procedure_on_body_page)
    show_on_body_page(regulation_on_body_page)
    show_on_body_page(languages_on_body_page)
    show_on_body_page(announcements_on_body_page)
    show_service_lists(service_lists_of)
    show_on_body_page(feedback_on_body_page)
    show_on_body_page(tasks_on_body_page)
    tell_when_bodies_are_added(look_bodies_up_soon)
    name_actors(names_by_reference)


def connect_late_posts() -> None:
    """Say how things stand on which somebody posts an act too late, or once more."""
    tell_where_it_stands("requests", "case_id", where_a_case_stands)
    tell_where_it_stands("requests", "mail_id", where_a_mail_stands)
    tell_where_it_stands("outreach", "case_id", where_a_case_stands)
    tell_where_it_stands("outreach", "feedback_id", where_feedback_stands)
    tell_where_it_stands("papers", "letter_id", where_a_letter_stands)
    tell_where_it_stands("publication", "item_id", AN_ITEM)
    tell_where_it_stands("publication", "petition_id", A_PETITION)
    tell_where_it_stands("publication", "translation_id", A_TRANSLATION)
    tell_where_it_stands("redaction", "redaction_id", A_REDACTION)
    tell_where_it_stands("announcements", "announcement_id", AN_ANNOUNCEMENT)


def connect_hand_over() -> None:
    """Say what a leaver's open work is, and how it goes to who takes over."""
    on_hand_over("planning.tasks", label=_("nhiệm vụ"), count=open_tasks_of, move=pass_to_colleague)
    name_acts(ACTS_ON_A_PERSON)


def connect_desk() -> None:
    """Say what stands on the officers' first page, and in the head of every page."""
    hand_in("requests.cases", requests_today)
    hand_in("requests.mails", mails_today)
    hand_in("privacy.data", personal_data_today)
    hand_in("outreach.feedback", feedback_today)
    hand_in("publication.items", items_at_the_gate_today)
    hand_in("publication.redactions", redactions_today)
    hand_in("publication.announcements", announcements_today)
    hand_in("publication.lacking", announcements_lacking_today)
    hand_in("publication.monitor", monitor_gaps_today)
    hand_in("publication.regulations", regulations_today)
    hand_in("publication.approvals", plans_to_approve)
    hand_in("digitisation.scans", scans_today)
    hand_in("planning.imports", documents_to_check)
    hand_in("planning.work", work_of_the_day)
    hand_in("agencies.focal_points", focal_points_to_settle)
    hand_in("planning.left_behind", work_left_behind)
    hand_in("foundation.mail", mails_not_arrived)
    register_place(place_served)
    register_help_line(help_line)
