"""Images are served by the portal itself; what nobody should see is not."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404

from portal.core import media
from portal.core.bucket import Bucket


@pytest.fixture
def keep(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return lambda name: default_storage.save(name, ContentFile(b"\x89PNG"))


def test_a_rendition_is_served_with_its_kind_and_its_age(rf, keep):
    name = keep("images/room.width-400.png")

    response = media.image(rf.get("/"), name)

    assert response.content == b"\x89PNG"
    assert response["Content-Type"] == "image/png"
    assert response["Last-Modified"].endswith("GMT")
    assert "max-age" in response["Cache-Control"]


def test_the_portrait_of_an_editor_is_served(rf, keep):
    assert media.image(rf.get("/"), keep("avatar_images/me.png")).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "original_images/room.png",
        "documents/report.png",
        "images/page.html",
        "images/drawing.svg",
    ],
)
def test_what_is_no_rendition_is_not_served(rf, keep, name):
    with pytest.raises(Http404):
        media.image(rf.get("/"), keep(name))


@pytest.mark.parametrize(
    "name",
    [
        "images/../original_images/room.png",
        "images/missing.png",
        f"images/{'a' * 5000}.png",
        "images.png",
        "/images/room.png",
        "",
    ],
)
def test_an_address_that_names_no_rendition_is_not_found(rf, keep, name):
    keep("original_images/room.png")

    with pytest.raises(Http404):
        media.image(rf.get("/"), name)


def test_nothing_can_be_sent_to_an_image(rf, keep):
    response = media.image(rf.post("/"), keep("images/room.png"))

    assert response.status_code == 405


def test_a_file_in_a_bucket_is_asked_of_the_portal():
    url = Bucket(bucket_name="files").url("images/réunion.png")

    assert url == "/media/images/r%C3%A9union.png"
