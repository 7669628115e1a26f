from datetime import date

from django.contrib.auth import authenticate
from django.core.management import call_command
from django.utils import timezone

from events.models import Meeting
from home import demo as demonstration
from portal.core.models import SiteSettings

SECRET = "a long word for one test"


def test_a_real_address_is_never_replaced_by_an_example(starter):
    SiteSettings.objects.update(team_email="equipe@bassin.test")

    demonstration.load(timezone.localdate())

    assert SiteSettings.objects.get().team_email == "equipe@bassin.test"
    assert not SiteSettings.objects.get().contact_is_fictional


def test_the_password_of_the_settings_is_used_where_there_is_one(starter, settings):
    settings.DEMO_PASSWORD = SECRET

    demonstration.load(timezone.localdate())

    assert authenticate(None, username="communication", password=SECRET)


def test_examples_are_counted_from_the_day_one_asks_for(starter):
    call_command("load_demo", "--today=2031-03-03", verbosity=0)

    days = Meeting.objects.filter(is_example=True).values_list("start_date", flat=True)
    assert min(days) == date(2031, 3, 10)
