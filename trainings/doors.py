"""The pages above trainings and needs, which say who may read them."""

from portal.core.front_door import Entrance
from trainings.models import TrainingNeedsPage, TrainingsPage

CATALOGUE = Entrance(TrainingsPage, "trainings")
NEEDS = Entrance(TrainingNeedsPage, "training_needs")
