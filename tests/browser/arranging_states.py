"""The states of the moderator's workplace for dream images; see `states`."""

from django.utils.timezone import now
from playwright.sync_api import Page

from tests.browser.choice_states import chosen_traject
from tests.browser.states import state
from tests.browser.traject_states import send
from tests.browser.traject_world import LONG, PROSE, open_page
from tests.browser.world import World
from tests.trajects.dream_factories import (
    DreamBoxFactory,
    DreamClusterFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
)
from trajects.actions.dreams.combining import merge_dreams, split_dream
from trajects.actions.dreams.leaving_out import leave_out_dream
from trajects.actions.dreams.placing import make_cluster
from trajects.models import Candidate, DreamImage, Traject
from trajects.queries.dreams import chosen_themes


def dreamt_traject(world: World) -> tuple[Traject, Candidate]:
    """Named and nameless, merged and split, in groups, under two themes, left out, and some that
    wait in the box."""
    traject = chosen_traject(world)
    theme, other, _third = chosen_themes(traject)
    own = {"traject": traject, "themes": [theme], "written_at": now()}
    first, second, third, fourth, last = (
        DreamImageFactory(text=text, author=world.bram, **own)
        for text in (LONG, f"{LONG}\n- {PROSE}", "Bomen\nBanken", "Schaduw", "Gratis lunch")
    )
    nobody = {"author": None, "written_at": None}
    DreamImageFactory(text="Stil", traject=traject, themes=[theme], **nobody)
    DreamPlaceFactory(dream=first, candidate=other)
    DreamStarFactory.create_batch(3, dream=second)
    GoalDreamFactory(goal=GoalFactory(candidate=theme), dream=first)
    by = {"by": world.els, "at": now()}
    versions = {fourth.pk: 1, second.pk: 1}
    made = merge_dreams(traject=traject, dreams=versions, text=LONG, **by)
    split_dream(dream=third, texts=["Bomen", "Banken"], version=1, **by)
    leave_out_dream(dream=last, because=LONG, **by)
    make_cluster(candidate=theme, name=LONG, dreams=[made.pk], by=world.els)
    DreamClusterFactory(candidate=theme, name="Nog leeg")
    DreamBoxFactory(traject=traject, bag=[["Stil", [theme.pk], "", "", ""]] * 3)
    return traject, theme


def first_of(traject: Traject) -> DreamImage:
    return traject.dreams.standing().first()


def open_arranging(page: Page, traject: Traject, theme: Candidate) -> None:
    open_page(page, traject, f"droombeelden/thema/{theme.pk}/ordenen/")


def open_one(page: Page, world: World, rest: str) -> None:
    traject, _theme = dreamt_traject(world)
    open_page(page, traject, f"droombeelden/{first_of(traject).pk}/{rest}/")


@state("els")
def arranging(page: Page, world: World) -> None:
    open_arranging(page, *dreamt_traject(world))
    page.locator(".arrange-row input").first.check()
    page.locator(".arrange-row summary").first.click()


@state("els")
def arranging_error(page: Page, world: World) -> None:
    open_arranging(page, *dreamt_traject(world))
    with page.expect_navigation():
        page.locator("button[name=do][value=group]").click()


@state("els")
def arranging_empty(page: Page, world: World) -> None:
    traject = chosen_traject(world)
    open_arranging(page, traject, chosen_themes(traject)[0])


def open_merging(page: Page, world: World) -> None:
    open_arranging(page, *dreamt_traject(world))
    for box in page.locator(".arrange-row input").all()[:3]:
        box.check()
    with page.expect_navigation():
        page.locator("button[name=do][value=merge]").click()


@state("els")
def merging_dreams(page: Page, world: World) -> None:
    open_merging(page, world)


@state("els")
def merging_dreams_error(page: Page, world: World) -> None:
    """Somebody changed their words meanwhile."""
    open_merging(page, world)
    DreamImage.objects.filter(text=LONG, author=world.bram).update(text=PROSE, version=2)
    send(page, "merge")


@state("els")
def merging_too_few(page: Page, world: World) -> None:
    traject, _theme = dreamt_traject(world)
    open_page(page, traject, f"droombeelden/samenvoegen/?d={first_of(traject).pk}")


@state("els")
def splitting_a_dream(page: Page, world: World) -> None:
    open_one(page, world, "splitsen")


@state("els")
def splitting_a_dream_error(page: Page, world: World) -> None:
    open_one(page, world, "splitsen")
    page.locator("#id_part_1").fill("")
    send(page, "split")


@state("els")
def placing_a_dream(page: Page, world: World) -> None:
    open_one(page, world, "themas")


@state("els")
def leaving_out_a_dream_error(page: Page, world: World) -> None:
    open_one(page, world, "weglaten")
    send(page, "leave_out")


@state("els")
def dream_group(page: Page, world: World) -> None:
    traject, theme = dreamt_traject(world)
    open_page(page, traject, f"droombeelden/groepen/{theme.clusters.first().pk}/")
