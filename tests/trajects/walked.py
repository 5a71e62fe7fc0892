"""The first half of the walk: from the mirror to dream images, each step by its verb."""

from datetime import UTC, datetime, timedelta

from accounts.actions.members import add_member
from accounts.models import Organisation, Role, User
from tests.factories import UserFactory, published_questionnaire
from tests.trajects.factories import ParticipantWithAccountFactory
from tests.trajects.walking import Walk
from trajects.actions.deciding import accept_initiative
from trajects.actions.dreams.box import open_box
from trajects.actions.dreams.collecting import open_collection
from trajects.actions.dreams.starring import star
from trajects.actions.dreams.writing import send_nameless, write_dream
from trajects.actions.green_light import record_decision
from trajects.actions.initiatives import add_initiative
from trajects.actions.people import add_members
from trajects.actions.trajects import start_traject
from trajects.entries import (
    DreamEntry,
    InitiativeEntry,
)
from trajects.models import Decision, Part, Scope, Urn
from trajects.models.writer import Writer
from trajects.pages.round_result import result_of_round
from trajects.queries.dreams import gallery_of
from trajects.steps import Key

ENERGY, MOBILITY = "thema-7", "thema-8"
# Within the years of the plan.
MARCH = datetime(2027, 3, 1, 9, tzinfo=UTC)


def set_out(organisation: Organisation, coordinator: User) -> Walk:
    """A municipality with six colleagues, and a moderator from outside."""
    published_questionnaire(themes=(7, 8))
    group = UserFactory.create_batch(6)
    for member in group:
        add_member(organisation=organisation, user=member, role=Role.READER)
    traject = start_traject(
        organisation=organisation,
        title="Samen vooruit",
        starts_on=MARCH.date(),
        ends_on=MARCH.date() + timedelta(days=700),
        by=coordinator,
        at=MARCH,
    )
    return Walk(traject, coordinator, UserFactory(), group, MARCH)


def gather(walk: Walk) -> None:
    """The group is together, and knows what the scan says."""
    assert walk.next_for(walk.coordinator) == "Bring the lead group together"
    members = walk.traject.organisation.memberships.filter(user__in=walk.group)
    add_members(
        traject=walk.traject,
        part=Part.LEAD_GROUP,
        membership_pks=list(members.values_list("pk", flat=True)),
        by=walk.coordinator,
        at=walk.at,
    )
    assert walk.next_for(walk.coordinator) == "Ask somebody to moderate"
    ParticipantWithAccountFactory(
        traject=walk.traject, user=walk.moderator, part=Part.MODERATOR, added_at=walk.at
    )
    walk.close(Key.START)
    assert walk.next_for(walk.coordinator) == "Choose the scan of this traject"
    walk.look_in_the_mirror({7: "jjnnn", 8: "nnnnn"})
    walk.close(Key.SCAN)


def photograph(walk: Walk) -> None:
    """What a member adds stands there once the coordinator looked at it."""
    member = walk.group[0]
    assert walk.next_for(member) == "Add what your department does"
    theme = walk.traject.scan.statements().first().questionnaire_theme.theme
    said = InitiativeEntry("Fietspool", "running", Scope.RESIDENTS, frozenset({theme.pk}))
    added = add_initiative(traject=walk.traject, entry=said, by=member, at=walk.at)
    assert walk.next_for(walk.coordinator) == "Look at what came in for the photo"
    accept_initiative(initiative=added, by=walk.coordinator, at=walk.at)
    walk.close(Key.PHOTO)


def choose_themes(walk: Walk) -> None:
    """Mobility got the most points, in secret; the policy makers agree."""
    walk.later(30)
    assert walk.next_for(walk.moderator) == "Prepare the candidate themes"
    walk.prepare_candidates()
    likes_mobility = {MOBILITY: "3", ENERGY: "1"}
    counted = walk.vote([*[likes_mobility] * 5, {MOBILITY: "1", ENERGY: "2"}])
    assert not Urn.objects.exists()
    first, second = result_of_round(counted).rows
    assert (first.name, first.rank) == ("Thema nummer 8", 1)
    assert (first.counts.three, first.counts.one, second.rank) == (5, 1, 2)
    assert walk.next_for(walk.coordinator) == "Write down what the group chose"
    walk.choose({MOBILITY: "Iedereen komt elke dag.", ENERGY: "Er is al geld."}, parked="Later")
    assert walk.next_for(walk.coordinator) == "Ask the policy makers for green light"
    record_decision(
        traject=walk.traject,
        decision=Decision.GRANTED,
        decided_by="het college",
        decided_on=walk.today,
        remarks="",
        shown="",
        by=walk.coordinator,
        at=walk.at,
    )
    walk.close(Key.THEMES)


def dream(walk: Walk) -> None:
    """One dreams under a name, three without; nobody knows who these are."""
    theme = frozenset({walk.candidates[MOBILITY].pk})
    member = walk.group[0]
    open_collection(
        traject=walk.traject,
        last_day=walk.today + timedelta(days=7),
        by=walk.moderator,
        at=walk.at,
    )
    assert walk.next_for(member) == "Write down what you dream of"
    named = write_dream(
        traject=walk.traject,
        writer=Writer(user=member),
        entry=DreamEntry("Een kind van tien fietst alleen naar school.", theme),
        at=walk.at,
    )
    for writer in walk.group[1:4]:
        entry = DreamEntry(f"Een plein zonder auto’s, in {len(writer.name)} woorden.", theme)
        send_nameless(traject=walk.traject, writer=Writer(user=writer), entry=entry, at=walk.at)
    walk.later(8)
    assert walk.next_for(walk.moderator) == "Open the box"
    open_box(traject=walk.traject, by=walk.moderator, at=walk.at)
    star(dream=named, writer=Writer(user=walk.group[5]), at=walk.at)
    cards = gallery_of(walk.traject).cards
    assert [card.stars for card in cards if card.dream.pk == named.pk] == [1]
    assert {card.dream.author for card in cards} == {member, None}
    walk.close(Key.DREAMS)
