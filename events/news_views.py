"""The addresses of what is new."""

from django.utils.translation import gettext as _

from events import news
from events.models import AgendaPage, ConcertationIndexPage
from portal.core import editioned, news_answers
from portal.core.editioned import by_edition


@by_edition
def agenda(request, ending):
    return news_answers.of(
        request,
        ending,
        name="agenda",
        title=_("Agenda"),
        description=_("What is announced or changed in the agenda of %(network)s."),
        pages=AgendaPage.objects,
        items=lambda: news.of_agenda(editioned.today()),
    )


@by_edition
def trainings(request, ending):
    return news_answers.of(
        request,
        ending,
        name="trainings",
        title=_("Trainings"),
        description=_("What one may come to learn in %(network)s."),
        pages=AgendaPage.objects,
        items=lambda: news.of_trainings(editioned.today()),
    )


@by_edition
def reports(request, ending):
    return news_answers.of(
        request,
        ending,
        name="reports",
        title=_("Reports"),
        description=_("What the meetings of %(network)s leave behind."),
        pages=ConcertationIndexPage.objects,
        items=lambda: news.of_reports(editioned.today()),
    )
