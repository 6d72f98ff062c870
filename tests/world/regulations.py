"""Regulations: the first ward's one that was withdrawn, one in force, one out for opinions; a draft of the second's."""

from datetime import date, timedelta

from minhbach.domain.access import Role
from minhbach.lawbook.regulations import models_offered
from minhbach.publication.actions.ask_opinions import Question, ask_opinions
from minhbach.publication.actions.begin_regulation import begin_from_model, begin_from_text
from minhbach.publication.actions.give_opinion import answer_opinion, give_opinion
from minhbach.publication.actions.issue_regulation import record_issued_elsewhere
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.withdraw_announcement import withdraw_announcement
from minhbach.publication.actions.write_regulation import ArticleGiven, write_article
from minhbach.publication.announcements.announced import OpinionAnswer, Stance
from minhbach.publication.models import RegulationArticle
from minhbach.publication.rules import SEES
from tests.world.values import ACTORS, NOW, STRANGER, World

READERS = tuple(role.value for role in SEES)
DECIDED_ON, UNTIL = date(2026, 10, 12), date(2026, 10, 13) + timedelta(days=3650)


def plant(world: World) -> None:
    """Bring one to each step; each takes the place of the one before it."""
    withdrawn = _published(world, "withdrawn", READERS)
    _published(world, "public", ACTORS)
    reason = world.hides("lý do rút quy chế", seen_by=READERS)
    leader = world.actors[Role.LEADER.value]
    withdraw_announcement(announcement_id=withdrawn, remark=reason, actor=leader, now=NOW)
    asked = _begun(world, "asked", (*READERS, STRANGER))
    _asked(world, asked)
    _from_model(world)


def _begun(world: World, step: str, readers: tuple[str, ...]) -> int:
    actor = world.actors[Role.SPECIALIST.value]
    title, text = (world.hides(f"{what} quy chế {step}", seen_by=readers) for what in ("tên điều", "nội dung điều"))
    pasted = f"Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi {title}\nQuy chế này quy định việc {text}."
    made = begin_from_text(body_id=world.bodies["ubnd_a"], text=pasted, actor=actor, now=NOW)
    world.knows("announcement_id", **{f"regulation_{step}": made})
    article = RegulationArticle.objects.get(regulation__announcement=made)
    world.knows("article_id", **{f"article_{step}": article.pk})
    return made


def _from_model(world: World) -> None:
    """Begin the second ward's, with a changed article and one that is left out."""
    actor = world.actors[STRANGER]
    model = models_offered(DECIDED_ON)[0]
    made = begin_from_model(
        body_id=world.bodies["ubnd_b"], model_key=model.key, model_version=model.version, actor=actor, now=NOW
    )
    rows = {one.key: one for one in RegulationArticle.objects.filter(regulation__announcement=made)}
    first, costs = rows["pham_vi"], rows["chi_phi"]
    words = (
        world.hides(what, seen_by=(STRANGER,)) for what in ("điều đã sửa của quy chế", "lý do bỏ điều của quy chế")
    )
    text, reason = words
    changed = ArticleGiven(first.chapter, first.title, f"{first.text}\n4. {text}.")
    left_out = ArticleGiven(costs.chapter, costs.title, costs.text, left_out=True, reason=reason)
    for revision, (article, given) in enumerate(((first, changed), (costs, left_out))):
        write_article(
            announcement_id=made, article_id=article.pk, given=given, seen_revision=revision, actor=actor, now=NOW
        )
    world.knows("announcement_id", regulation_other=made)
    world.knows("article_id", article_other=first.pk)


def _published(world: World, step: str, readers: tuple[str, ...]) -> int:
    made, actor = _begun(world, step, readers), world.actors[Role.SPECIALIST.value]
    number = world.hides(f"số quyết định quy chế {step}", seen_by=readers)
    record_issued_elsewhere(
        announcement_id=made, number=f"9/QĐ-{number}", decided_on=DECIDED_ON, seen_revision=0, actor=actor, now=NOW
    )
    submit_announcement(announcement_id=made, actor=actor, now=NOW)
    leader = world.actors[Role.LEADER.value]
    approve_announcement(announcement_id=made, seen_with_own_eyes=True, actor=leader, now=NOW)
    return made


def _asked(world: World, made: int) -> None:
    actor, article = world.actors[Role.SPECIALIST.value], RegulationArticle.objects.get(regulation__announcement=made)
    note = world.hides("lời nhắn khi lấy ý kiến", seen_by=(*READERS, STRANGER))
    others = frozenset((world.bodies["ubnd_b"], world.bodies["van-phong-hdnd-va-ubnd_a"]))
    ask_opinions(
        announcement_id=made, question=Question(others, frozenset(), UNTIL, note), seen_revision=0, actor=actor, now=NOW
    )
    said, answered = (world.hides(what, seen_by=(*READERS, STRANGER)) for what in ("ý kiến góp ý", "trả lời góp ý"))
    opinion = give_opinion(
        announcement_id=made, article_id=article.pk, stance=Stance.CHANGES, text=said, actor=world.actors[STRANGER],
        now=NOW,
    )  # fmt: skip
    answer_opinion(
        announcement_id=made, opinion_id=opinion, answer=OpinionAnswer.PARTLY, text=answered, actor=actor, now=NOW
    )
    world.knows("opinion_id", regulation_opinion=opinion)
    world.knows("file_type", xlsx="xlsx")
