"""The states of the questions about a goal; see `states`."""

from playwright.sync_api import Page, expect

from scans.models import Theme
from tests.browser.choice_states import chosen_traject
from tests.browser.goal_states import STRONG, WEAK, adopted, dreamt, open_goals, traject_with_goals
from tests.browser.session_world import bare_traject
from tests.browser.states import state
from tests.browser.traject_world import LONG, PROSE
from tests.browser.world import World
from trajects.models import Goal
from trajects.queries.dreams import chosen_themes


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.locator(f".ladder-form p.actions [name={name}]").click()


@state("els")
def goal_form_without_themes(page: Page, world: World) -> None:
    open_goals(page, bare_traject(world), "nieuw/")


@state("els")
def goal_form_new(page: Page, world: World) -> None:
    open_goals(page, chosen_traject(world), "nieuw/")


@state("els")
def goal_form_of_dreams(page: Page, world: World) -> None:
    """With long dream images beside it, and all that it may ask."""
    traject = chosen_traject(world)
    theme = chosen_themes(traject)[0]
    theme.themes.add(Theme.objects.get(code="aankopen"))
    dreams = [dreamt(traject, theme, text, stars=2) for text in (LONG, PROSE)]
    asked = "&".join(f"droom={dream.pk}" for dream in dreams)
    open_goals(page, traject, f"nieuw/?{asked}")
    page.locator(".rung-more summary").click()


@state("els")
def goal_form_typed(page: Page, world: World) -> None:
    """The letters and the sentence follow."""
    goal_form_of_dreams(page, world)
    for name in ("indicator", "unit", "carrier"):
        page.fill(f"#id_{name}", str(STRONG[name]))
    page.fill("#id_target", "60")
    page.fill("#id_sentence", WEAK)
    expect(page.locator("#proposal button")).to_be_visible()


@state("els")
def goal_form_looked_over(page: Page, world: World) -> None:
    """With something that cannot be read."""
    goal_form_new(page, world)
    page.fill("#id_baseline", "1.5")
    page.fill("#id_sentence", LONG)
    press(page, "check")


@state("els")
def goal_form_error(page: Page, world: World) -> None:
    goal_form_new(page, world)
    page.fill("#id_target", "veel")
    press(page, "save")


@state("els")
def goal_form_conflict(page: Page, world: World) -> None:
    traject, goal = traject_with_goals(world)
    open_goals(page, traject, f"{goal.pk}/wijzigen/")
    page.fill("#id_means", LONG)
    Goal.objects.update(sentence=WEAK, version=7)
    press(page, "save")


@state("els")
def goal_form_adopted(page: Page, world: World) -> None:
    """Asks for the reason."""
    traject, goal = adopted(world)
    open_goals(page, traject, f"{goal.pk}/wijzigen/")
    page.fill("#id_means", LONG)
    press(page, "save")
