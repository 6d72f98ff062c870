"""Tables of the gate: what is on its way, what was looked for in it, where it stands, who says that it is wrong."""

from minhbach.publication.models.announcements import Announcement, ListedUnit
from minhbach.publication.models.channels import Channel
from minhbach.publication.models.evidence import ChannelFile
from minhbach.publication.models.gate import Publication, PublicStamp, Withdrawal
from minhbach.publication.models.petitions import CorrectionRequest, Petition, PetitionSeries
from minhbach.publication.models.procedures import Procedure, ProcedureStep
from minhbach.publication.models.redaction import Redaction, RedactionMark, RedactionPage
from minhbach.publication.models.regulations import (
    AskedForOpinion,
    Opinion,
    OpinionRound,
    Regulation,
    RegulationArticle,
)
from minhbach.publication.models.scans import AnnouncementUrging, DecisionScan, ScanState
from minhbach.publication.models.screening import ScreeningFinding, ScreeningRun
from minhbach.publication.models.secrets import SecretFinding
from minhbach.publication.models.terms import TermDecision
from minhbach.publication.models.translations import Translation

__all__ = [
    "Announcement",
    "AnnouncementUrging",
    "AskedForOpinion",
    "Channel",
    "ChannelFile",
    "CorrectionRequest",
    "DecisionScan",
    "ListedUnit",
    "Opinion",
    "OpinionRound",
    "Petition",
    "PetitionSeries",
    "Procedure",
    "ProcedureStep",
    "PublicStamp",
    "Publication",
    "Redaction",
    "RedactionMark",
    "RedactionPage",
    "Regulation",
    "RegulationArticle",
    "ScanState",
    "ScreeningFinding",
    "ScreeningRun",
    "SecretFinding",
    "TermDecision",
    "Translation",
    "Withdrawal",
]
