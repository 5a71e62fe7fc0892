"""Written under a name, and without one."""

import base64
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils.timezone import now

from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamPlaceFactory,
    DreamSourceFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
)
from tests.trajects.dreaming import box_with, collecting, entry, over
from tests.trajects.factories import (
    LONG_AGO,
    CandidateFactory,
    LiveSessionFactory,
    ParticipantFactory,
    PersonalLinkFactory,
    SeatFactory,
)
from trajects.actions.dreams.writing import (
    change_dream,
    send_nameless,
    withdraw_dream,
    write_dream,
)
from trajects.dreams import MOST_IN_BOX, MOST_PICTURES_IN_BOX, Nameless, put_in_box
from trajects.errors import (
    BoxFull,
    DreamChanged,
    DreamMoved,
    DreamNameless,
    DreamUsed,
    LinkUnusable,
    NoLongerAllowed,
    NotCollecting,
    ThemeNotChosen,
    TrajectGone,
)
from trajects.models import DreamBox, DreamImage, Part
from trajects.models.writer import Writer
from trajects.stages import Stage, Subject

NOW = now()
JPEG = b"\xff\xd8\xff beeld"


@pytest.fixture
def collection(traject, theme):
    return collecting(traject)


@pytest.fixture
def writer(bram):
    return Writer(user=bram)


@pytest.fixture
def guest(traject):
    made = ParticipantFactory(traject=traject, part=Part.LEAD_GROUP)
    PersonalLinkFactory(participant=made, created_at=NOW, expires_at=NOW + timedelta(days=1))
    return made


@pytest.fixture
def seat(traject):
    session = LiveSessionFactory(
        traject=traject, subject=Subject.DREAMS, stage=Stage.DREAMING, opened_at=NOW
    )
    return SeatFactory(session=session, name="Aya", asked_at=NOW, admitted_at=NOW)


@pytest.fixture
def own(traject, theme, bram, collection):
    return DreamImageFactory(traject=traject, text="Bomen", author=bram, themes=[theme])


def written(traject, writer, *themes, **own):
    return write_dream(traject=traject, writer=writer, entry=entry(*themes, **own), at=NOW)


def sent(traject, writer, *themes, **own):
    send_nameless(traject=traject, writer=writer, entry=entry(*themes, **own), at=NOW)


def changed(dream, writer, *themes, version=1, **own):
    said = entry(*themes, **own)
    return change_dream(dream=dream, writer=writer, entry=said, version=version, at=NOW)


def withdrawn(dream, writer):
    withdraw_dream(dream=dream, writer=writer, at=NOW)


def test_it_is_kept_with_its_author_themes_and_time(
    traject, writer, theme, other_theme, collection
):
    made = written(traject, writer, theme, other_theme, statement_code="energie-1a")

    stored = DreamImage.objects.get()
    assert stored == made
    assert (stored.text, stored.author, stored.written_at) == ("Overal bomen", writer.user, NOW)
    assert (stored.statement_code, set(stored.themes.all())) == (
        "energie-1a",
        {theme, other_theme},
    )


def test_a_double_tap_is_kept_once(traject, writer, els, theme, other_theme, collection):
    first = written(traject, writer, theme)

    again = written(traject, writer, theme)
    others = [
        written(traject, writer, theme, other_theme),
        written(traject, writer, theme, text="Nog meer bomen"),
        written(traject, Writer(user=els), theme),
    ]

    assert again == first
    assert set(DreamImage.objects.all()) == {first, *others}


def test_what_was_left_out_may_be_written_again(traject, writer, els, theme, collection):
    first = written(traject, writer, theme)
    DreamImage.objects.update(left_out_at=NOW, left_out_by=els, left_out_because="Dubbel.")

    assert written(traject, writer, theme) != first


def test_pictures_are_never_taken_for_the_same(traject, writer, theme, collection):
    twice = [
        written(traject, writer, theme, picture=b"jpeg", picture_alt="Een boom")
        for _tap in range(2)
    ]

    assert twice[0] != twice[1]


def test_a_guest_writes_under_their_name(traject, guest, theme, collection):
    written(traject, Writer(guest=guest), theme)

    assert DreamImage.objects.get().guest == guest


def test_a_seat_writes_while_a_session_asks(traject, seat, theme):
    written(traject, Writer.of_seat(seat), theme)

    assert DreamImage.objects.get().called == "Aya"


def test_a_link_that_was_withdrawn_writes_nothing(traject, guest, theme, collection):
    guest.link.revoked_at = NOW
    guest.link.save()

    with pytest.raises(LinkUnusable):
        written(traject, Writer(guest=guest), theme)


def test_somebody_else_writes_nothing(traject, chaima, theme, collection):
    with pytest.raises(NoLongerAllowed):
        written(traject, Writer(user=chaima), theme)


@pytest.mark.parametrize("act", [written, sent])
def test_nothing_is_taken_when_it_is_closed(act, traject, writer, theme):
    with pytest.raises(NotCollecting):
        act(traject, writer, theme)
    over(traject)
    with pytest.raises(NotCollecting):
        act(traject, writer, theme)


@pytest.mark.parametrize("act", [written, sent])
def test_only_chosen_themes_are_taken(act, traject, writer, theme, collection):
    for themes in ([CandidateFactory(traject=traject), theme], []):
        with pytest.raises(ThemeNotChosen):
            act(traject, writer, *themes)


def test_a_picture_is_a_file_under_a_name_of_chance(traject, writer, theme, collection):
    made = written(traject, writer, theme, picture=JPEG, picture_alt="Een boom")

    assert (made.picture.storage.size(made.picture.name), made.picture_alt) == (9, "Een boom")
    assert made.picture.name.startswith("dreams/")


def test_without_a_name_only_the_box_changes(traject, writer, theme, other_theme, collection):
    own = {"statement_code": "energie-1a", "picture": JPEG, "picture_alt": "Een boom"}
    sent(traject, writer, theme, text="Water")

    sent(traject, writer, other_theme, theme, **own)

    assert DreamImage.objects.count() == 0
    in_base64 = base64.b64encode(JPEG).decode()
    assert DreamBox.objects.get().bag == [
        ["Overal bomen", sorted([theme.pk, other_theme.pk]), "energie-1a", in_base64, "Een boom"],
        ["Water", [theme.pk], "", "", ""],
    ]


def test_the_box_has_an_end(traject, writer, theme, collection):
    box_with(traject, *(f"Droom {number}" for number in range(MOST_IN_BOX)), theme=theme)

    with pytest.raises(BoxFull):
        sent(traject, writer, theme)


def test_the_box_has_room_for_some_pictures_only(traject, writer, theme, collection):
    bag = []
    for number in range(MOST_PICTURES_IN_BOX):
        bag = put_in_box(bag, Nameless(f"Droom {number}", (theme.pk,), "", "xx", "Een boom"))
    DreamBox.objects.create(traject=traject, bag=bag)

    with pytest.raises(BoxFull):
        sent(traject, writer, theme, picture=JPEG, picture_alt="Een boom")
    sent(traject, writer, theme)
    assert len(DreamBox.objects.get().bag) == MOST_PICTURES_IN_BOX + 1


def test_who_wrote_it_changes_text_and_themes(own, writer, other_theme):
    result = changed(own, writer, other_theme, text="Meer bomen")

    own.refresh_from_db()
    assert (result.version, own.text, own.version) == (2, "Meer bomen", 2)
    assert list(own.themes.all()) == [other_theme]


def test_what_stands_under_an_old_theme_stays_there(own, writer, theme, traject):
    parked = DreamPlaceFactory(dream=own, candidate=CandidateFactory(traject=traject)).candidate

    changed(own, writer, theme, text="Meer bomen")

    assert set(own.themes.all()) == {theme, parked}


def test_what_is_stored_already_is_written_no_second_time(own, writer, theme):
    assert changed(own, writer, theme, text="Bomen", version=9).version == 1


def test_a_stale_change_is_refused_with_what_is_stored(own, writer, theme):
    with pytest.raises(DreamChanged) as refused:
        changed(own, writer, theme, text="Van een ander scherm", version=9)

    assert refused.value.stored == own


def test_another_picture_comes_in_its_place(own, writer, theme, django_capture_on_commit_callbacks):
    first = changed(own, writer, theme, picture=JPEG, picture_alt="Een boom").picture.name

    with django_capture_on_commit_callbacks(execute=True):
        second = changed(own, writer, theme, version=2, picture=JPEG, picture_alt="Een bos")

    own.refresh_from_db()
    assert (own.picture.name, own.picture_alt) == (second.picture.name, "Een bos")
    assert (default_storage.exists(first), default_storage.exists(own.picture.name)) == (
        False,
        True,
    )


def test_the_words_of_a_picture_change_alone(own, writer, theme):
    kept = changed(own, writer, theme, picture=JPEG, picture_alt="Een boom").picture.name

    changed(own, writer, theme, version=2, picture_alt="Een oude eik")

    own.refresh_from_db()
    assert (own.picture.name, own.picture_alt) == (kept, "Een oude eik")


def test_a_picture_goes_away(own, writer, theme, django_capture_on_commit_callbacks):
    kept = changed(own, writer, theme, picture=JPEG, picture_alt="Een boom").picture.name

    with django_capture_on_commit_callbacks(execute=True):
        changed(own, writer, theme, version=2, picture=b"")

    own.refresh_from_db()
    assert (own.picture.name, own.picture_alt, default_storage.exists(kept)) == ("", "", False)


@pytest.mark.parametrize("act", [changed, withdrawn])
def test_what_came_without_a_name_is_nobodys(act, traject, writer, collection):
    nameless = DreamImageFactory(traject=traject, author=None, written_at=None)

    with pytest.raises(DreamNameless):
        act(nameless, writer)


@pytest.mark.parametrize("act", [changed, withdrawn])
def test_what_another_wrote_stays(act, own, els, guest):
    for other in (Writer(user=els), Writer(guest=guest)):
        with pytest.raises(NoLongerAllowed):
            act(own, other)


@pytest.mark.parametrize("act", [changed, withdrawn])
def test_what_is_gone_is_gone(act, own, writer):
    DreamImage.objects.all().delete()

    with pytest.raises(TrajectGone):
        act(own, writer)


def left_out(dream, theme):
    DreamImage.objects.filter(pk=dream.pk).update(
        left_out_at=LONG_AGO, left_out_by=dream.author, left_out_because="Staat er al."
    )


def merged(dream, theme):
    DreamSourceFactory(dream=DreamImageFactory(traject=dream.traject), source=dream)


def made(dream, theme):
    DreamSourceFactory(source=DreamImageFactory(traject=dream.traject), dream=dream)


def dreamt_of(dream, theme):
    GoalDreamFactory(goal=GoalFactory(candidate=theme), dream=dream)


@pytest.mark.parametrize("happened", [left_out, merged, made])
def test_what_the_moderator_worked_with_does_not_change(happened, own, writer, theme):
    happened(own, theme)

    with pytest.raises(DreamMoved):
        changed(own, writer, theme)


def test_nothing_changes_once_it_is_closed(own, writer, theme, collection):
    collection.closed_at, collection.closed_by = LONG_AGO, writer.user
    collection.save()

    with pytest.raises(NotCollecting):
        changed(own, writer, theme)


@pytest.mark.parametrize(
    ("happened", "error"), [(merged, DreamUsed), (dreamt_of, DreamUsed), (made, DreamMoved)]
)
def test_what_something_rests_on_is_not_taken_back(happened, error, own, writer, theme):
    happened(own, theme)

    with pytest.raises(error):
        withdrawn(own, writer)


def test_what_is_taken_back_leaves_nothing(own, writer, theme, django_capture_on_commit_callbacks):
    kept = changed(own, writer, theme, picture=JPEG, picture_alt="Een boom").picture.name
    DreamStarFactory(dream=own)

    with django_capture_on_commit_callbacks(execute=True):
        withdrawn(own, writer)

    assert (DreamImage.objects.count(), default_storage.exists(kept)) == (0, False)
