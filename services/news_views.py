"""The address of what is new in the directory."""

from django.utils.translation import gettext as _

from portal.core import news_answers
from services import news
from services.models import DirectoryPage
from services.open_data import open_news


@open_news
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
