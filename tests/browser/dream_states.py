"""The states of dream images: the step, collecting, writing, a gallery, one alone; see `states`."""

from django.utils.timezone import now
from playwright.sync_api import FilePayload, Page

from tests.accounts.pictures import jpeg
from tests.browser.choice_states import chosen_traject
from tests.browser.session_world import bare_traject
from tests.browser.states import state
from tests.browser.traject_states import send
from tests.browser.traject_world import LONG, PROSE, guest_of, open_page, token_of
from tests.browser.world import World
from tests.trajects.dream_factories import (
    DreamClusterFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamSourceFactory,
    DreamStarFactory,
)
from tests.trajects.dreaming import box_with, collecting, over, photograph
from trajects.models import Candidate, DreamCollection, DreamImage, Traject
from trajects.queries.dreams import chosen_themes

POINTS = f"{LONG}\n- {LONG}\n- en nog iets\nEen tweede punt"
PICTURE = FilePayload(name="boom.jpg", mimeType="image/jpeg", buffer=jpeg((600, 400)))


def dreamt(world: World) -> tuple[Traject, Candidate]:
    """With a name, without, with a picture, merged, split, in a group, starred."""
    traject = chosen_traject(world)
    theme, *_others = chosen_themes(traject)
    own = {"traject": traject, "author": world.els}
    cluster = DreamClusterFactory(candidate=theme, name=LONG)
    shown = DreamImageFactory(text=POINTS, picture_alt=LONG, **own)
    shown.picture.save("boom.jpg", photograph())
    shown.save()
    DreamPlaceFactory(dream=shown, candidate=theme, cluster=cluster)
    DreamStarFactory(dream=shown, user=world.els)
    DreamStarFactory(dream=shown, user=world.bram)
    DreamImageFactory(traject=traject, text=PROSE, author=None, written_at=None, themes=[theme])
    made = DreamImageFactory(traject=traject, text="Samen", author=None, themes=[theme])
    for source in DreamImageFactory.create_batch(2, text=POINTS, **own):
        DreamSourceFactory(dream=made, source=source)
    box_with(traject, "a", "b", "c", theme=theme)
    return traject, theme


def open_dreams(page: Page, traject: Traject, rest: str = "") -> None:
    open_page(page, traject, f"droombeelden/{rest}")


def written(world: World) -> tuple[Traject, DreamImage]:
    traject, _theme = dreamt(world)
    collecting(traject)
    return traject, traject.dreams.get(author=world.els, picture_alt=LONG)


# The step


@state("els")
def dreams_empty(page: Page, world: World) -> None:
    open_dreams(page, bare_traject(world))


@state("els")
def dreams_begin(page: Page, world: World) -> None:
    open_dreams(page, chosen_traject(world))


@state("els")
def dreams(page: Page, world: World) -> None:
    open_dreams(page, written(world)[0])


@state("rita")
def dreams_reader(page: Page, world: World) -> None:
    traject, _theme = dreamt(world)
    over(traject)
    open_dreams(page, traject)


# Collecting


@state("els")
def dream_collection(page: Page, world: World) -> None:
    open_dreams(page, chosen_traject(world), "inzameling/")


@state("els")
def dream_collection_error(page: Page, world: World) -> None:
    dream_collection(page, world)
    send(page, "open")


@state("els")
def dream_collection_conflict(page: Page, world: World) -> None:
    traject = chosen_traject(world)
    collecting(traject)
    open_dreams(page, traject, "inzameling/")
    DreamCollection.objects.update(version=2, invitation=PROSE)
    page.locator("[name=invitation]").fill("Van een ander scherm")
    send(page, "open")


# Writing


@state("els")
def dream_write(page: Page, world: World) -> None:
    open_dreams(page, written(world)[0], "schrijven/")


@state("els")
def dream_write_error(page: Page, world: World) -> None:
    dream_write(page, world)
    page.locator("[name=picture]").set_input_files(PICTURE)
    send(page, "send")


@state("els")
def dream_write_closed(page: Page, world: World) -> None:
    open_dreams(page, chosen_traject(world), "schrijven/")


@state("els")
def dream_sent(page: Page, world: World) -> None:
    dream_write(page, world)
    page.locator("[name=themes]").first.check()
    page.locator("[name=text]").fill(POINTS)
    page.locator("[name=name][value=nameless]").check()
    send(page, "send")


@state("els")
def dream_edit(page: Page, world: World) -> None:
    traject, dream = written(world)
    open_dreams(page, traject, f"{dream.pk}/wijzigen/")


@state("els")
def dream_edit_conflict(page: Page, world: World) -> None:
    dream_edit(page, world)
    DreamImage.objects.filter(picture_alt=LONG).update(version=2, text=PROSE)
    page.locator("[name=text]").fill(POINTS)
    send(page, "send")


# Reading


@state("els")
def dream_gallery(page: Page, world: World) -> None:
    traject, theme = dreamt(world)
    collecting(traject)
    open_dreams(page, traject, f"thema/{theme.pk}/")


@state("rita")
def dream_gallery_reader(page: Page, world: World) -> None:
    traject, theme = dreamt(world)
    open_dreams(page, traject, f"thema/{theme.pk}/")


@state("els")
def dream_gallery_empty(page: Page, world: World) -> None:
    traject = chosen_traject(world)
    open_dreams(page, traject, f"thema/{chosen_themes(traject)[0].pk}/")


@state("els")
def dream_whole(page: Page, world: World) -> None:
    traject, dream = written(world)
    open_dreams(page, traject, f"{dream.pk}/")


@state("els")
def dream_merged(page: Page, world: World) -> None:
    traject, _theme = dreamt(world)
    open_dreams(page, traject, f"{traject.dreams.get(text='Samen').pk}/")


@state("els")
def dream_left_out(page: Page, world: World) -> None:
    traject, dream = written(world)
    out = {"left_out_at": now(), "left_out_by": world.els, "left_out_because": PROSE[:200]}
    DreamImage.objects.filter(pk=dream.pk).update(**out)
    open_dreams(page, traject, f"{dream.pk}/")


# By a personal link


def open_as_dreamer(page: Page, world: World, rest: str = "") -> None:
    traject, theme = dreamt(world)
    collecting(traject)
    guest = guest_of(traject)
    guest.part = "lead_group"
    guest.save()
    DreamImageFactory(traject=traject, text=LONG, author=None, guest=guest, themes=[theme])
    page.goto(f"/meedoen/{token_of(guest, world)}/droombeelden/{rest}")


@state("")
def guest_dreams(page: Page, world: World) -> None:
    open_as_dreamer(page, world)


@state("")
def guest_dream_write(page: Page, world: World) -> None:
    open_as_dreamer(page, world, "schrijven/")
