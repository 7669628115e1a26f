"""A partner’s server is asked at a public address, and for no longer than it may."""

import gzip
import ssl
import threading
import time

import pytest

from events.partners import addresses, fetching
from events.partners.refusals import RefusedCalendarError
from tests.events.partner_server import (
    ADDRESS,
    HOST,
    PUBLIC,
    make_certificate,
    network,
    serving,
)

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def server(certificate):
    with serving(*certificate) as state:
        yield state


@pytest.fixture
def fetch(server, certificate):
    def ask(address=ADDRESS, *, etag="", last_modified="", **border):
        return fetching.fetch(
            address,
            network=network(server, certificate[1], **border),
            etag=etag,
            last_modified=last_modified,
        )

    return ask


def test_a_calendar_is_fetched_with_what_tells_it_from_the_next(server, fetch):
    head = {
        "Content-Type": "text/calendar; charset=ISO-8859-1",
        "ETag": '"un"',
        "Last-Modified": "Tue, 20 Jan 2026 08:00:00 GMT",
    }
    server.answers["/tout.ics"] = (200, head, CALENDAR)

    answer = fetch()

    assert (answer.body, answer.charset, answer.etag) == (
        CALENDAR,
        "iso-8859-1",
        '"un"',
    )
    assert answer.last_modified == head["Last-Modified"]
    assert server.dialled == [PUBLIC]
    assert server.asked[0][1]["Host"] == HOST


def test_nothing_new_is_asked_for_and_understood(server, fetch):
    server.answers["/tout.ics"] = (304, {}, b"")

    answer = fetch(etag='"un"', last_modified="hier")

    assert not answer.is_new
    asked = server.asked[0][1]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"un"', "hier")


def test_a_redirect_is_followed_where_it_is_allowed(server, fetch):
    server.answers["/tout.ics"] = (302, {"Location": "/ailleurs?a=1"}, b"")
    server.answers["/ailleurs?a=1"] = (200, {}, CALENDAR)

    assert fetch().body == CALENDAR


@pytest.mark.parametrize(
    "target",
    [
        f"http://{HOST}/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://interne/",
        f"https://{HOST}:8443/",
        "file:///etc/passwd",
        "//169.254.169.254/latest/",
        "https://[",
    ],
)
def test_a_redirect_out_of_bounds_is_not_followed(server, fetch, target):
    server.answers["/tout.ics"] = (302, {"Location": target}, b"")

    with pytest.raises(RefusedCalendarError):
        fetch()

    assert len(server.dialled) == 1


def test_each_redirect_is_resolved_and_checked_again(server, fetch):
    server.answers["/tout.ics"] = (302, {"Location": "https://b.example/"}, b"")
    places = {HOST: [PUBLIC], "b.example": ["10.0.0.7"]}

    with pytest.raises(RefusedCalendarError):
        fetch(found=places.__getitem__)

    assert server.dialled == [PUBLIC]


def test_redirects_have_an_end(server, fetch):
    server.answers["/tout.ics"] = (301, {"Location": "/tout.ics"}, b"")

    with pytest.raises(RefusedCalendarError):
        fetch()

    assert len(server.asked) == 1 + fetching.REDIRECTS


@pytest.mark.parametrize(
    "address",
    [
        f"http://{HOST}/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://0x7f.0.0.1/",
        "https://127.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "https://lea:secret@partenaire.example/",
        "https://partenaire.example:22/",
        "https://partenaire.example:https/",
        "https://①②⑦.⓪.⓪.①/",
        "https:///tout.ics",
        "https://",
        "",
    ],
)
def test_an_address_in_disguise_is_not_even_resolved(server, fetch, address):
    asked = []

    with pytest.raises(RefusedCalendarError):
        fetch(address, found=lambda host: asked.append(host) or [PUBLIC])

    assert (asked, server.dialled) == ([], [])


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:db8::1",
        "fe80::1%eth0",
        "pas une adresse",
    ],
)
def test_a_name_that_leads_inside_is_not_asked(server, fetch, place):
    for found in ([place], [PUBLIC, place]):
        with pytest.raises(RefusedCalendarError):
            fetch(found=found)

    assert server.dialled == []


@pytest.mark.parametrize("place", [PUBLIC, "2606:4700::1111", "::ffff:93.184.215.14"])
def test_public_addresses_are_public(place):
    assert addresses.is_public(place)


def test_a_name_nobody_knows_is_said_so(fetch):
    def unknown(host):
        raise OSError(host)

    with pytest.raises(RefusedCalendarError):
        fetch(found=unknown)


@pytest.mark.parametrize("status", [204, 401, 404, 500])
def test_an_error_of_the_server_is_told_with_its_number(server, fetch, status):
    server.answers["/tout.ics"] = (status, {}, b"")

    with pytest.raises(RefusedCalendarError, match=str(status)):
        fetch()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, b"x" * (fetching.LARGEST + 1)),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 30_000_000, 1)),
        ({"Content-Encoding": "br"}, CALENDAR),
        ({"Content-Encoding": "gzip"}, CALENDAR),
        ({"Content-Length": "1000"}, CALENDAR),
    ],
)
def test_a_body_that_is_too_much_or_not_whole_is_refused(server, fetch, headers, body):
    server.answers["/tout.ics"] = (200, headers, body)

    with pytest.raises(RefusedCalendarError):
        fetch()


def test_a_packed_calendar_is_unpacked(server, fetch):
    head = {"Content-Encoding": "gzip"}
    server.answers["/tout.ics"] = (200, head, gzip.compress(CALENDAR))

    assert fetch().body == CALENDAR


def test_a_server_that_drips_is_cut_off(server, fetch):
    over = threading.Event()

    def drops():
        while not over.wait(0.02):
            yield b"x"

    server.answers["/tout.ics"] = (200, {}, drops())
    began = time.monotonic()
    try:
        with pytest.raises(RefusedCalendarError):
            fetch(in_all=0.3)
    finally:
        over.set()

    assert time.monotonic() - began < 3


def test_a_site_nobody_vouches_for_is_not_read(server, certificate):
    border = network(server, certificate[1])
    stranger = fetching.Network(
        border.resolve, border.dial, ssl.create_default_context(), 5.0
    )

    with pytest.raises(RefusedCalendarError):
        fetching.fetch(ADDRESS, network=stranger)

    assert server.asked == []
