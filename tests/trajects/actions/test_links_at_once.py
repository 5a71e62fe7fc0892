"""People who follow and withdraw a link at the same moment: real threads with connections of their
own."""

from collections.abc import Callable

import pytest

from accounts.models import User
from tests.accounts.invited import account
from tests.at_once import at_once, names, overlapping
from tests.trajects.linked import EMAIL, NOW, PASSWORD, address, linked, running
from trajects.actions.links import become_moderator, revoke_link, send_link
from trajects.errors import LinkUnusable
from trajects.models import Part, Participant, PersonalLink

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def moderated(transactional_db, traject):
    running(traject)
    return linked(traject, part=Part.MODERATOR)


def accepter(token: str, **given) -> Callable[[], object]:
    given = given or {"name": "Koen De Wilde", "password": PASSWORD}
    return lambda: become_moderator(token=token, at=NOW, **given)


def test_two_who_follow_one_link_make_one_moderator(moderated):
    _participant, token = moderated

    outcomes = at_once(*[accepter(token)] * 3)

    assert names(outcomes) == [*[LinkUnusable.__name__] * 2, "Participant"]
    assert User.objects.filter(email=EMAIL).count() == 1
    assert Participant.objects.filter(part=Part.MODERATOR).count() == 1


def test_two_of_somebody_signed_in_make_one_moderator(moderated):
    koen = account(EMAIL)
    _participant, token = moderated

    outcomes = at_once(*[accepter(token, user=koen)] * 2)

    assert names(outcomes) == [LinkUnusable.__name__, "Participant"]
    assert Participant.objects.filter(user=koen).count() == 1


def test_accepting_waits_for_a_withdrawal_that_is_not_committed_yet(moderated, griet):
    participant, token = moderated

    _withdrawn, second = overlapping(
        lambda: revoke_link(participant=participant, by=griet, at=NOW), accepter(token)
    )

    assert isinstance(second, LinkUnusable)
    assert not User.objects.filter(email=EMAIL).exists()


def test_withdrawing_waits_for_who_accepts(moderated, griet):
    participant, token = moderated

    _accepted, second = overlapping(
        accepter(token), lambda: revoke_link(participant=participant, by=griet, at=NOW)
    )

    assert isinstance(second, LinkUnusable)
    assert Participant.objects.get(part=Part.MODERATOR).user == User.objects.get(email=EMAIL)


def test_two_presses_on_the_button_send_one_mail(moderated, griet, mailoutbox):
    participant, _token = moderated
    fresh = Participant.objects.select_related("link").get(pk=participant.pk)

    def press() -> object:
        return send_link(participant=fresh, by=griet, at=NOW, link=address)

    outcomes = at_once(press, press)

    assert sorted(outcome.value for outcome in outcomes) == ["sent", "skipped"]
    assert len(mailoutbox) == 1
    assert PersonalLink.objects.get().sent_at == NOW
