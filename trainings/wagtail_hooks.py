from wagtail.snippets.models import register_snippet

from trainings.admin import viewsets

register_snippet(viewsets.TrainingsGroup)
