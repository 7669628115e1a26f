"""Training needs in the order of réunion #3, and trainings with their sessions."""

from events.models import EventPage, Meeting
from home.content import trainings as content
from home.content.identity import identity
from home.content.typography import typeset
from home.demo.meetings import hold
from home.starter.planting import plant
from portal.core.models import Theme
from services.models import Organisation
from trainings.models import NeedRank, Training, TrainingNeed, TrainingSession

WORDS = ("title", "summary", "audience", "prerequisites")


def load(pages):
    themes = {theme.code: theme for theme in Theme.objects.all()}
    ranked_at = _meeting(content.RANKED_AT)
    needs = {
        code: _need(themes[code], rank, ranked_at)
        for rank, code in enumerate(content.NEEDS, start=1)
    }
    _first_session(pages["agenda"], themes)
    for said in content.TRAININGS:
        _training(dict(said), needs, themes)


def _need(theme, rank, ranked_at):
    """A theme of réunion #3 has the very words of its need."""
    titles = {name: text for name, text in vars(theme).items() if "name_" in name}
    need, is_new = TrainingNeed.objects.get_or_create(
        uuid=identity("training-need", theme.code),
        defaults={
            **{name.replace("name_", "title_"): text for name, text in titles.items()},
            "source": ranked_at,
            "is_public": True,
        },
    )
    if is_new:
        need.themes.set([theme])
        need.save()
        NeedRank.objects.create(need=need, meeting=ranked_at, rank=rank)
    return need


def _first_session(agenda, themes):
    meeting = hold(
        "formation-diogene",
        themes=[themes["theme-diogene"]],
        **content.FIRST_SESSION,
    )
    plant(
        agenda,
        EventPage,
        name="formation-diogene",
        meeting=meeting,
        **content.FIRST_SESSION_PAGE,
    )


def _training(said, needs, themes):
    key = identity("training", said.pop("name"))
    if Training.objects.filter(uuid=key).exists():
        return
    session = said.pop("session", None)
    subjects = {
        "needs": [needs[code] for code in said.pop("needs", ())],
        "themes": [themes[code] for code in said.pop("themes", ())],
    }
    if "partner" in said:
        said["partner"] = Organisation.objects.get(name_fr=said["partner"])
    training = Training(uuid=key, is_public=True, **_facts(said))
    training.full_clean(exclude=["slug"])
    training.save()
    for name, chosen in subjects.items():
        getattr(training, name).set(chosen)
    training.save()
    if session:
        meeting = _meeting(session)
        TrainingSession.objects.create(training=training, meeting=meeting)


def _facts(said):
    facts = {}
    for name, value in said.items():
        if name in WORDS:
            facts |= {f"{name}_{code}": text for code, text in value.items()}
        else:
            facts[name] = value
    return typeset(facts)


def _meeting(name):
    return Meeting.objects.get(uuid=identity("meeting", name))
