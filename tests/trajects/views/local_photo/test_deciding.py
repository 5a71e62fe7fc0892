"""What waits is accepted or left out; what is double is merged and taken apart."""

from tests.page import main_text, page_of, text_of
from tests.trajects.factories import InitiativeFactory
from tests.trajects.selecting import select
from tests.world import domain_hash
from trajects.models import Initiative


def test_accept_and_refuse(page, url, waiting):
    refused = page.post(f"{url}{waiting.pk}/weglaten/", {"because": "Dubbel."}, follow=True)
    shown = main_text(page.get(f"{url}{waiting.pk}/"))
    accepted = page.post(f"{url}{waiting.pk}/aanvaarden/", follow=True)

    assert "“Zonnedak” is left out." in main_text(refused)
    assert "Dubbel." in shown
    assert "“Zonnedak” is on the photo." in main_text(accepted)
    assert Initiative.objects.get().is_on_photo


def test_refuse_asks_why(page, url, waiting):
    assert page.get(f"{url}{waiting.pk}/weglaten/").status_code == 200
    assert page.post(f"{url}{waiting.pk}/weglaten/", {"because": " "}).status_code == 422
    assert Initiative.objects.get().is_waiting


def test_doubles_are_shown_merged_and_taken_apart(page, url, traject, waiting, theme):
    kept = InitiativeFactory(traject=traject, title="Zonnedak van de school", themes=[theme])

    beside = f"{url}dubbels/{kept.pk}/{waiting.pk}/"
    assert f'href="{beside}"' in page.get(f"{url}dubbels/").content.decode()
    assert f'href="{beside}"' in page.get(f"{url}{waiting.pk}/").content.decode()
    buttons = select(page_of(page.get(beside)), "button[name=keep]")
    assert [button.get("value") for button in buttons] == [str(kept.pk)]
    merged = page.post(beside, {"keep": kept.pk}, follow=True)

    assert "Also reported as Zonnedak" in main_text(merged).replace(
        "These entries were merged into this one. They stand here as they were written. ", ""
    )
    assert "merged into another one" in main_text(page.get(f"{url}{waiting.pk}/"))
    apart = page.post(f"{url}{waiting.pk}/losmaken/", follow=True)
    assert apart.redirect_chain[-1][0] == f"{url}{kept.pk}/"
    assert Initiative.objects.waiting().get() == waiting


def test_merging_and_taking_apart_what_cannot_be_changes_nothing(page, url, traject, waiting):
    kept = InitiativeFactory(traject=traject)
    foreign = InitiativeFactory()
    before = domain_hash()

    assert page.get(f"{url}dubbels/{kept.pk}/{foreign.pk}/").status_code == 404
    assert page.post(f"{url}dubbels/{kept.pk}/{waiting.pk}/").status_code == 422
    wrong = page.post(f"{url}dubbels/{kept.pk}/{waiting.pk}/", {"keep": waiting.pk}, follow=True)
    assert "cannot be merged" in main_text(wrong)
    itself = page.post(f"{url}{kept.pk}/losmaken/", follow=True)
    assert "stands by itself already" in main_text(itself)
    assert domain_hash() == before


def test_a_merger_is_not_left_out_and_what_was_merged_not_accepted(page, url, traject, waiting):
    kept = InitiativeFactory(traject=traject)
    page.post(f"{url}dubbels/{kept.pk}/{waiting.pk}/", {"keep": kept.pk})
    before = domain_hash()

    left_out = page.post(f"{url}{kept.pk}/weglaten/", {"because": "Zomaar."}, follow=True)
    accepted = page.post(f"{url}{waiting.pk}/aanvaarden/", follow=True)

    assert "Take the merger apart first" in main_text(left_out)
    assert "merged meanwhile" in main_text(accepted)
    assert domain_hash() == before


def test_what_was_changed_since_it_was_read_is_read_again(page, url, waiting):
    (seen,) = select(page_of(page.get(f"{url}{waiting.pk}/")), "main input[name=version]")
    Initiative.objects.update(title="Iets heel anders", version=2)

    late = page.post(f"{url}{waiting.pk}/aanvaarden/", {"version": seen.get("value")}, follow=True)

    assert "It was changed meanwhile." in text_of(page_of(late))
    assert Initiative.objects.get().is_waiting
    page.post(f"{url}{waiting.pk}/aanvaarden/", {"version": "2"})
    assert Initiative.objects.get().is_on_photo
