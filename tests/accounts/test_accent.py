import pytest

from accounts.caching import A_YEAR
from accounts.colours import accent_palette


def test_stylesheet_has_the_accent_and_what_goes_with_it(world, client):
    organisation = world.a.organisation
    organisation.accent = "#4a6a1e"
    organisation.save()
    palette = accent_palette("#4a6a1e")
    client.force_login(world.rita)

    response = client.get(f"/besturen/{organisation.pk}/accent-4a6a1e.css")

    assert response["Content-Type"] == "text/css"
    assert response["Cache-Control"] == f"private, max-age={A_YEAR}, immutable"
    assert response.content.decode().split("\n")[0] == (
        f":root {{ --accent: {palette.accent}; --on-accent: {palette.on_accent};"
        f" --accent-text: {palette.accent_text}; }}"
    )


def test_stylesheet_has_a_lighter_text_for_the_dark_screen(world, client):
    client.force_login(world.els)

    response = client.get(f"/besturen/{world.a.organisation.pk}/accent-0d5863.css")

    dark = accent_palette("#0d5863").accent_text_dark
    assert response.content.decode().strip().split("\n")[-1] == (
        f':root[data-bs-theme="dark"] {{ --accent-text: {dark}; }}'
    )
    assert dark != accent_palette("#0d5863").accent_text


@pytest.mark.parametrize("version", ["0d5863", "ffffff", "x"])
def test_stylesheet_of_others_does_not_exist(world, client, version):
    client.force_login(world.chaima)

    response = client.get(f"/besturen/{world.a.organisation.pk}/accent-{version}.css")

    assert response.status_code == 404


def test_page_of_an_organisation_asks_for_its_stylesheet(world, client):
    client.force_login(world.els)

    html = client.get(f"/scans/{world.a.running.pk}/").content.decode()

    assert f'href="/besturen/{world.a.organisation.pk}/accent-0d5863.css"' in html


@pytest.mark.parametrize("version", ["ffffff", "0D5863", "x"])
def test_stylesheet_of_another_colour_does_not_exist(world, client, version):
    """It would be kept for a year under the address of that colour."""
    client.force_login(world.els)

    response = client.get(f"/besturen/{world.a.organisation.pk}/accent-{version}.css")

    assert response.status_code == 404
