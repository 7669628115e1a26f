"""Links sent by mail are good for one purpose and cannot be forged."""

from datetime import timedelta

import pytest

from portal.core import signing


def test_a_link_gives_back_its_record_and_stamp():
    link = signing.token("manage", 12, stamp="a")

    assert signing.read("manage", link) == ("12", "a")


def test_a_link_is_good_for_one_purpose():
    link = signing.token("manage", 12)

    with pytest.raises(signing.LinkRefusedError):
        signing.read("erase", link)


@pytest.mark.parametrize("text", ["", "x", "a:b:c", "\x00", "é" * 300])
def test_what_was_not_made_here_is_refused(text):
    with pytest.raises(signing.LinkRefusedError):
        signing.read("manage", text)


def test_an_altered_link_is_refused():
    link = signing.token("manage", 12)

    with pytest.raises(signing.LinkRefusedError):
        signing.read("manage", link[:-1] + ("A" if link[-1] != "A" else "B"))


def test_an_old_link_says_that_it_was_good_once():
    link = signing.token("manage", 12)

    with pytest.raises(signing.LinkExpiredError):
        signing.read("manage", link, max_age=timedelta(seconds=-1))
