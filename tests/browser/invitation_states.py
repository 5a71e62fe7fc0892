"""The states of inviting and of being invited; see `states`."""

from datetime import timedelta

from django.utils.timezone import now
from playwright.sync_api import Page

from accounts.actions.sending import send_invitations
from accounts.models import Invitation
from tests.browser.states import state, submit
from tests.browser.world import World
from tests.factories import InvitationFactory

PASTED = """Naam\tE-mail\tRol\tDienst
Koen De Wilde\tkoen.dewilde@elzenvoorde.example\tlezer\tTechnische dienst
\tfien.de.wit@elzenvoorde.example\t\t
Els Peeters\tels@elzenvoorde.example\tcoördinator\t
Zonder adres\t\tlezer\t
Rik Claes\trik.claes@elzenvoorde.example\tbaas\tAankoop
"""


def invitation(world: World, **fields) -> Invitation:
    at = now()
    values = {"created_at": at, "sent_at": at, "expires_at": at + timedelta(days=7), **fields}
    return InvitationFactory(organisation=world.organisation, created_by=world.els, **values)


def follow_link(page: Page, made: Invitation) -> None:
    links: list[str] = []

    def link(token: str) -> str:
        links.append(f"/uitnodiging/{token}/")
        return links[-1]

    send_invitations(invitations=[made], by=made.created_by, at=now(), link=link)
    page.goto(links[-1])


@state("els")
def invite(page: Page, world: World) -> None:
    page.goto(f"/besturen/{world.organisation.pk}/mensen/uitnodigen/")


@state("els")
def invite_error(page: Page, world: World) -> None:
    invite(page, world)
    submit(page)


@state("els")
def invite_list(page: Page, world: World) -> None:
    page.goto(f"/besturen/{world.organisation.pk}/mensen/uitnodigen/lijst/")
    page.locator(".listexample summary").click()


@state("els")
def invite_list_error(page: Page, world: World) -> None:
    invite_list(page, world)
    page.locator("#id_pasted").fill("Jan Peeters\nzomaar iets")
    submit(page)


@state("els")
def invite_preview(page: Page, world: World) -> None:
    invite_list(page, world)
    page.locator("#id_pasted").fill(PASTED)
    submit(page)


@state("els")
def invite_preview_error(page: Page, world: World) -> None:
    invite_preview(page, world)
    page.locator("#id_person-1-name").fill("")
    with page.expect_navigation():
        page.locator("[name=send]").click()


@state("els")
def people_invited(page: Page, world: World) -> None:
    """Every state that an invitation can be in."""
    at = now()
    for fields in (
        {},
        {"opened_at": at},
        {"accepted_at": at, "accepted_by": world.rita},
        {"revoked_at": at},
        {"expires_at": at - timedelta(minutes=1), "created_at": at - timedelta(days=7)},
        {"sent_at": None},
        {"failed_at": at},
    ):
        invitation(world, **fields)
    page.goto(f"/besturen/{world.organisation.pk}/mensen/")


@state("")
def invitation_new_person(page: Page, world: World) -> None:
    follow_link(page, invitation(world, name="Koen De Wilde"))


@state("")
def invitation_error(page: Page, world: World) -> None:
    invitation_new_person(page, world)
    page.locator("#id_name").fill("")
    submit(page)


@state("")
def invitation_sign_in(page: Page, world: World) -> None:
    follow_link(page, invitation(world, email=world.rita.email))


@state("rita")
def invitation_accept(page: Page, world: World) -> None:
    follow_link(page, invitation(world, email=world.rita.email))


@state("")
def invitation_unusable(page: Page, world: World) -> None:
    page.goto("/uitnodiging/nooit-verstuurd/")


@state("bram")
def invitation_of_somebody_else(page: Page, world: World) -> None:
    follow_link(page, invitation(world))
