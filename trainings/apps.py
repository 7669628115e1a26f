from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

# What readers see of these makes a new edition; voices say so themselves, once they
# count.
WATCHED = ("TrainingNeed", "NeedRank", "Training", "TrainingSession")


class TrainingsConfig(AppConfig):
    name = "trainings"
    verbose_name = _("trainings")

    def ready(self):
        from portal.core import edition
        from trainings import duties, searching

        duties.register()
        searching.register(apps)
        for name in WATCHED:
            edition.watch(self.get_model(name))
