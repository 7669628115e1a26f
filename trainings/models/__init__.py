# Facts first: the pages about them draw on the domain modules, which need the facts.
from trainings.models.training_need import TrainingNeed  # isort: skip
from trainings.models.need_rank import NeedRank  # isort: skip
from trainings.models.need_voice import NeedVoice  # isort: skip
from trainings.models.need_suggestion import NeedSuggestion  # isort: skip
from trainings.models.training import Training  # isort: skip
from trainings.models.training_session import TrainingSession  # isort: skip
from trainings.models.partner_feed import FeedEntry, PartnerFeed  # isort: skip
from trainings.models.needs_page import TrainingNeedsPage
from trainings.models.trainings_page import TrainingsPage

__all__ = [
    "FeedEntry",
    "NeedRank",
    "NeedSuggestion",
    "NeedVoice",
    "PartnerFeed",
    "Training",
    "TrainingNeed",
    "TrainingNeedsPage",
    "TrainingSession",
    "TrainingsPage",
]
