from wagtail import hooks
from wagtail.snippets.models import register_snippet

from trainings.admin import files, viewsets

register_snippet(viewsets.TrainingsGroup)

hooks.register("register_admin_urls", files.urls)
