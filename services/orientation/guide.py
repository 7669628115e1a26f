"""Need, then commune, then mode: three questions, each answer a link.

Nothing is kept between two of them: the address says what was answered. The last one
leads to the directory, narrowed by the three.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.core.models import Commune
from services import addresses
from services.models.need import Need
from services.models.taxonomy import Axis, Term
from services.orientation import coverage

# The answer to a question one does not want to ask.
ANY = "-"
# The condition of those who come to somebody who did not ask; a code of the starter.
NO_REQUEST = "cond-no-request"


@dataclass(frozen=True)
class Answer:
    label: str
    url: str
    count: int


@dataclass(frozen=True)
class Step:
    """One question, its answers, and what was answered so far."""

    number: int
    question: str
    answers: list
    # What a reader may say instead of answering.
    any_answer: Answer
    # Each answer given, with the address that takes it back.
    given: list


def step(form):
    """The question to ask after what ``form`` (a ``GuideForm``) already answers."""
    asked = {name: form.value(name) for name in ("need", "commune")}
    if not form.answers("need"):
        return _about_needs(form)
    if not form.answers("commune"):
        return _about_communes(form, asked)
    return _about_modes(form, asked)


def _about_needs(form):
    known = coverage.here()
    answers = [
        Answer(need.name, _next(form, need=need.code), known.count(need=need))
        for need in Need.objects.all()
    ]
    whatever = Answer(
        _("I do not know, or another need"), _next(form, need=ANY), known.count()
    )
    return Step(1, _("What does the person need?"), answers, whatever, [])


def _about_communes(form, asked):
    known, need = coverage.here(), asked["need"]
    answers = [
        Answer(
            commune.name,
            _next(form, commune=commune.slug),
            known.count(need=need, commune=commune),
        )
        for commune in Commune.objects.filter(is_commune=True)
    ]
    whatever = Answer(
        _("Anywhere in the Region"), _next(form, commune=ANY), known.count(need=need)
    )
    question = _("Where does the person live?")
    return Step(2, question, answers, whatever, _given(form, asked))


def _about_modes(form, asked):
    known = coverage.here()
    answers = [
        Answer(
            mode.name,
            _found(asked, modes=[mode.code]),
            known.count(**asked, mode=mode),
        )
        for mode in Term.objects.of(Axis.MODES)
    ]
    unasked = Term.objects.filter(code=NO_REQUEST).first()
    if unasked:
        count = known.count(**asked, condition=unasked)
        url = _found(asked, conditions=[NO_REQUEST])
        answers.append(Answer(_("The person has not asked for anything"), url, count))
    whatever = Answer(_("In any way"), _found(asked), known.count(**asked))
    question = _("How should help reach the person?")
    return Step(3, question, answers, whatever, _given(form, asked))


def _next(form, **answer):
    given = {name: form.data.get(form.add_prefix(name)) for name in ("need", "commune")}
    said = {name: code for name, code in {**given, **answer}.items() if code}
    query = urlencode({form.add_prefix(name): said[name] for name in said})
    return f"{reverse('guide')}?{query}"


def _found(asked, **last):
    return addresses.directory(
        needs=[asked["need"].code] if asked["need"] else [],
        communes=[asked["commune"].slug] if asked["commune"] else [],
        **last,
    )


def _given(form, asked):
    words = {"need": _("Any need"), "commune": _("Anywhere in the Region")}
    given = [
        ("need", reverse("guide")),
        ("commune", _next(form, commune="")),
    ]
    return [
        Answer(str(asked[name] or words[name]), url, 0)
        for name, url in given
        if form.answers(name)
    ]
