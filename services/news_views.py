"""The address of what is new in the directory."""

from functools import partial

from django.utils.translation import gettext as _

from portal.core import edition, news_answers
from portal.core.editioned import by_edition
from services import news
from services.models import DirectoryPage


@partial(by_edition, of=edition.WORDS)
def directory(request, ending):
    return news_answers.of(
        request,
        ending,
        name="directory",
        title=_("Directory"),
        description=_("What comes or changes in the directory of %(network)s."),
        pages=DirectoryPage.objects,
        items=news.of_directory,
    )
