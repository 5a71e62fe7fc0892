import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.actions.organisations import set_logo
from accounts.caching import A_YEAR
from accounts.logos import HEAVIEST
from accounts.models import Organisation
from tests.accounts.pictures import PAYLOAD, jpeg, opened, png, upload
from tests.page import by_id, main_text, page_of, text_of
from tests.world import World, domain_hash


@pytest.fixture
def url(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/logo/"


def stored(world: World) -> Organisation:
    return Organisation.objects.get(pk=world.a.organisation.pk)


def address(world: World) -> str:
    organisation = stored(world)
    return f"/besturen/{organisation.pk}/logo-{organisation.logo_version}.png"


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
def test_choosing_a_logo_is_for_the_coordinator(browse, url, person, status):
    client, before = browse(person), domain_hash()

    assert client.get(url).status_code == status
    posted = client.post(url, {"logo": upload(png())}).status_code

    assert posted == (302 if person == "els" else status)
    assert (domain_hash() == before) is (person != "els")


@pytest.mark.parametrize("person", ["bram", "rita", "chaima"])
def test_only_the_coordinator_removes_a_logo(world, browse, url, person):
    version = set_logo(organisation=world.a.organisation, png=b"picture", by=world.els).logo_version

    assert browse(person).post(url, {"remove": "1"}).status_code in (403, 404)

    assert stored(world).logo_version == version


def test_logo_is_drawn_again_and_stored(world, browse, url):
    client = browse("els")

    response = client.post(url, {"logo": upload(jpeg() + PAYLOAD, "logo.jpg")}, follow=True)

    served = client.get(address(world))
    assert response.redirect_chain == [(f"/besturen/{world.a.organisation.pk}/", 302)]
    assert "The logo is saved." in main_text(response)
    assert (opened(served.content).format, opened(served.content).size) == ("PNG", (60, 40))
    assert b"script" not in served.content


@pytest.mark.parametrize("person", ["els", "bram", "rita"])
def test_logo_is_served_to_members(world, browse, person):
    set_logo(organisation=world.a.organisation, png=b"picture", by=world.els)

    response = browse(person).get(address(world))

    assert (response.status_code, response.content) == (200, b"picture")
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"] == 'attachment; filename="logo.png"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == f"private, max-age={A_YEAR}, immutable"


def test_logo_does_not_exist_for_strangers(world, browse):
    set_logo(organisation=world.a.organisation, png=b"picture", by=world.els)

    foreign = browse("chaima").get(address(world))
    nobody = Client().get(address(world))

    assert foreign.status_code == 404
    assert (nobody.status_code, nobody["Location"][:11]) == (302, "/aanmelden/")


def test_logo_of_a_colleague_elsewhere_is_not_served_here(world, browse):
    """The version of b's logo says nothing in an address of a."""
    set_logo(organisation=world.a.organisation, png=b"of a", by=world.els)
    version = set_logo(organisation=world.b.organisation, png=b"of b", by=world.chaima).logo_version

    response = browse("els").get(f"/besturen/{world.a.organisation.pk}/logo-{version}.png")

    assert response.status_code == 404


@pytest.mark.parametrize("version", ["0", "a" * 32, "logo"])
def test_other_version_does_not_exist(world, browse, version):
    client = browse("els")
    base = f"/besturen/{world.a.organisation.pk}/logo-"
    without = client.get(f"{base}{version}.png").status_code
    set_logo(organisation=world.a.organisation, png=b"first", by=world.els)
    old = address(world)
    set_logo(organisation=stored(world), png=b"second", by=world.els)

    assert without == 404
    assert client.get(f"{base}{version}.png").status_code == 404
    assert client.get(old).status_code == 404
    assert client.get(address(world)).content == b"second"


def test_logo_of_which_the_file_was_lost_does_not_exist(world, browse):
    organisation = set_logo(organisation=world.a.organisation, png=b"picture", by=world.els)
    organisation.logo.storage.delete(organisation.logo.name)

    assert browse("els").get(address(world)).status_code == 404


def test_logo_is_removed(world, browse, url):
    set_logo(organisation=world.a.organisation, png=b"picture", by=world.els)
    client, old = browse("els"), address(world)

    response = client.post(url, {"remove": "1"}, follow=True)

    assert "The logo is removed." in main_text(response)
    assert stored(world).logo_version == ""
    assert client.get(old).status_code == 404


REFUSED = {
    "nothing": (None, "Choose a file first."),
    "empty": (upload(b""), "This file is empty."),
    "svg": (upload(b"<svg/>", "logo.svg"), "An SVG file can hold more than a picture"),
    "gif": (upload(b"GIF89a", "logo.gif"), "This is not a PNG or JPEG file."),
    "heavy": (upload(png() + b"\0" * HEAVIEST), "This file is larger than 1 MB."),
    "three megabytes": (upload(png() + b"\0" * 3 * HEAVIEST), "This file is larger than 1 MB."),
    "wide": (upload(png((2001, 1))), "This picture is more than 2000 pixels"),
    "damaged": (upload(png()[:40]), "This picture is damaged."),
    "no file but text": ("logo.png", "Choose a file first."),
}


def post(client: Client, url: str, file: object) -> HttpResponse:
    if hasattr(file, "seek"):
        file.seek(0)
    return client.post(url, {} if file is None else {"logo": file})


@pytest.mark.parametrize("case", REFUSED)
def test_file_is_refused_with_a_sentence(world, browse, url, case):
    set_logo(organisation=world.a.organisation, png=b"picture", by=world.els)
    file, message = REFUSED[case]
    client, before = browse("els"), domain_hash()

    response = post(client, url, file)

    page = page_of(response)
    assert response.status_code == 422
    assert message in text_of(by_id(page, "id_logo_error"))
    assert f"File with the logo: {message}" in main_text(response)
    assert domain_hash() == before
    assert client.get(address(world)).content == b"picture"


def test_form_sends_the_file(world, browse, url):
    page = page_of(browse("els").get(url))

    (form,) = by_id(page, "content").iter("form")
    assert form.get("enctype") == "multipart/form-data"
    assert by_id(page, "id_logo").get("accept") == ".png,.jpg,.jpeg"
    assert "Remove the logo" not in text_of(page)


def test_page_costs(browse, url, django_assert_num_queries):
    client = browse("els")
    client.get(url)

    with django_assert_num_queries(3):
        client.get(url)
