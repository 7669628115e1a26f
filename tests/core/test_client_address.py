"""Attempts are counted by the address of the client, which it cannot choose."""

import pytest
from axes.helpers import get_client_ip_address

from portal.core.client_address import client_address

FORGED = "203.0.113.9"


def test_without_a_proxy_no_header_is_believed(rf, settings):
    settings.BEHIND_PROXY = False
    request = rf.get("/", REMOTE_ADDR="198.51.100.1", HTTP_X_FORWARDED_FOR=FORGED)

    assert client_address(request) == "198.51.100.1"


def test_behind_a_proxy_its_own_word_is_the_last(rf, settings):
    settings.BEHIND_PROXY = True
    said = f"{FORGED}, 198.51.100.1"
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=said)

    assert client_address(request) == "198.51.100.1"


@pytest.mark.parametrize("said", ["", "unknown", ",", "1.2.3", "<script>"])
def test_a_proxy_that_says_nothing_clear_counts_as_the_client(rf, settings, said):
    settings.BEHIND_PROXY = True
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=said)

    assert client_address(request) == "127.0.0.1"


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP"])
def test_refused_sign_ins_are_counted_by_that_address(rf, settings, header):
    settings.BEHIND_PROXY = False
    request = rf.get("/", REMOTE_ADDR="198.51.100.1", **{header: FORGED})

    assert get_client_ip_address(request) == "198.51.100.1"
