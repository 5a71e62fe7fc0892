"""What must never be false of a dream image, tried against the database (promise 25)."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F, RestrictedError

from tests.constraints import names_constraint
from tests.factories import LONG_AGO, UserFactory
from tests.trajects.dream_factories import (
    DreamBoxFactory,
    DreamClusterFactory,
    DreamCollectionFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamSourceFactory,
    DreamStarFactory,
    GoalDreamFactory,
)
from tests.trajects.factories import CandidateFactory, ParticipantFactory, SeatFactory
from trajects.models import (
    DreamBox,
    DreamCluster,
    DreamCollection,
    DreamImage,
    DreamPlace,
    DreamSource,
    DreamStar,
)
from trajects.models.writer import Writer

pytestmark = pytest.mark.django_db

BROKEN = [
    (DreamCollectionFactory, {"closed_at": LONG_AGO}, "dream_collection_closed_by_somebody"),
    (DreamImageFactory, {"text": ""}, "dream_image_has_words"),
    (DreamImageFactory, {"picture": "dreams/a.jpg"}, "dream_image_picture_is_told"),
    (DreamImageFactory, {"written_at": None}, "dream_image_nameless_is_nobodys"),
    (DreamImageFactory, {"left_out_at": LONG_AGO}, "dream_image_left_out_for_a_reason"),
    (DreamImageFactory, {"left_out_because": "Dubbel."}, "dream_image_left_out_for_a_reason"),
    (DreamSourceFactory, {"source": F("dream")}, "dream_source_is_another"),
    (DreamClusterFactory, {"name": ""}, "dream_cluster_has_a_name"),
    (DreamStarFactory, {"user": None}, "dream_star_of_one_person"),
]
KINDS = (
    DreamBox,
    DreamCluster,
    DreamCollection,
    DreamImage,
    DreamPlace,
    DreamSource,
    DreamStar,
)
# Tried one by one below.
TRIED_APART = {
    "dream_image_of_one_author",
    "dream_source_once",
    "dream_cluster_name_once_per_theme",
    "dream_place_once",
    "dream_star_once_per_user",
    "dream_star_once_per_guest",
    "dream_star_once_per_seat",
}


@pytest.mark.parametrize(("factory", "values", "constraint"), BROKEN)
def test_database_refuses(factory, values, constraint):
    one = factory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(one).objects.filter(pk=one.pk).update(**values)

    assert names_constraint(str(refused.value), constraint, "")


def test_every_constraint_is_tried():
    known = {one.name for kind in KINDS for one in kind._meta.constraints}

    assert {constraint for *_rest, constraint in BROKEN} | TRIED_APART == known


def test_dream_has_one_author_at_most():
    dream, guest, seat = DreamImageFactory(), ParticipantFactory(), SeatFactory()
    own = DreamImage.objects.filter(pk=dream.pk)

    for second in (
        {"guest": guest},
        {"seat": seat},
        {"author": None, "guest": guest, "seat": seat},
    ):
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            own.update(**second)
        assert names_constraint(str(refused.value), "dream_image_of_one_author", "")

    assert own.update(author=None, seat=seat) == 1


def test_nameless_dream_has_neither_author_nor_time():
    nameless = DreamImageFactory(written_at=None, author=None)

    people = {"author": UserFactory(), "guest": ParticipantFactory(), "seat": SeatFactory()}
    for part, somebody in people.items():
        with pytest.raises(IntegrityError), transaction.atomic():
            DreamImage.objects.filter(pk=nameless.pk).update(**{part: somebody})

    assert nameless.is_nameless
    assert nameless.called == ""


@pytest.mark.parametrize(
    ("factory", "same"),
    [
        (DreamSourceFactory, ("dream", "source")),
        (DreamPlaceFactory, ("dream", "candidate")),
        (DreamStarFactory, ("dream", "user")),
    ],
)
def test_the_same_is_stored_once(factory, same):
    first = factory()

    with pytest.raises(IntegrityError), transaction.atomic():
        factory(**{name: getattr(first, name) for name in same})


@pytest.mark.parametrize(("who", "factory"), [("guest", ParticipantFactory), ("seat", SeatFactory)])
def test_somebody_without_an_account_gives_one_star(who, factory):
    dream, person = DreamImageFactory(), factory()
    DreamStarFactory(dream=dream, user=None, **{who: person})

    with pytest.raises(IntegrityError), transaction.atomic():
        DreamStarFactory(dream=dream, user=None, **{who: person})


def test_star_is_of_one_person():
    star = DreamStarFactory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        DreamStar.objects.filter(pk=star.pk).update(seat=SeatFactory())

    assert names_constraint(str(refused.value), "dream_star_of_one_person", "")


def test_cluster_name_is_once_per_theme():
    cluster = DreamClusterFactory(name="Dichtbij")
    DreamClusterFactory(name="Dichtbij")

    with pytest.raises(IntegrityError), transaction.atomic():
        DreamClusterFactory(candidate=cluster.candidate, name="DICHTBIJ")


def test_what_something_rests_on_cannot_go():
    source, root, placed = DreamSourceFactory(), GoalDreamFactory(), DreamPlaceFactory()

    for stays in (source.source, root.dream, placed.candidate):
        with pytest.raises(RestrictedError):
            stays.delete()


def test_traject_goes_with_all_of_it():
    candidate = CandidateFactory()
    traject = candidate.traject
    own = {"traject": traject, "themes": [candidate]}
    merged, source = DreamImageFactory(**own), DreamImageFactory(**own)
    DreamSourceFactory(dream=merged, source=source)
    GoalDreamFactory(goal__candidate=candidate, dream=merged)
    DreamBoxFactory(traject=traject)

    traject.delete()

    assert not DreamImage.objects.exists()
    assert not DreamBox.objects.exists()


def test_standing_is_what_the_group_works_with():
    out = {"left_out_at": LONG_AGO, "left_out_by": UserFactory(), "left_out_because": "Dubbel."}
    merged, source = DreamImageFactory(), DreamImageFactory()
    DreamSourceFactory(dream=merged, source=source)
    left_out = DreamImageFactory(**out)

    assert list(DreamImage.objects.standing()) == [merged]
    assert list(DreamImage.objects.originals()) == [source, left_out]
    assert list(DreamImage.objects.left_out()) == [left_out]


def test_called_as_its_author(django_assert_num_queries):
    by_account = DreamImageFactory(author=UserFactory(name="Aya"))
    by_link = DreamImageFactory(author=None, guest=ParticipantFactory(name="Ben"))
    in_session = DreamImageFactory(author=None, seat=SeatFactory(name="Cas"))
    pks = [by_account.pk, by_link.pk, in_session.pk]

    with django_assert_num_queries(1):
        found = [dream.called for dream in DreamImage.objects.with_people().filter(pk__in=pks)]

    assert found == ["Aya", "Ben", "Cas"]


def test_goes_by_its_first_line():
    dream = DreamImageFactory(text="Elke straat heeft een boom\n- ook de Kerkstraat")

    assert str(dream) == "Elke straat heeft een boom"
    assert str(DreamPlaceFactory(dream=dream, candidate__name="Groen")) == f"{dream}: Groen"
    assert str(DreamStarFactory(dream=dream)) == str(dream)
    assert str(DreamClusterFactory(name="Bomen")) == "Bomen"
    assert str(DreamCollectionFactory(traject__title="Op weg")) == "Op weg"
    assert str(DreamBoxFactory(traject__title="Op weg")) == "Op weg"
    assert str(DreamSourceFactory(dream=dream)).endswith(f"→ {dream.pk}")


def test_picture_gets_a_name_of_its_own():
    first, second = (
        DreamImageFactory._meta.model._meta.get_field("picture").generate_filename(None, name)
        for name in ("vakantie.jpg", "vakantie.jpg")
    )

    assert first != second
    assert "vakantie" not in first
    assert first.startswith("dreams/")
    assert first.endswith(".jpg")


def test_writer_is_known_by_the_account():
    account, name = SeatFactory(user=UserFactory(), name="", token_hash=""), SeatFactory()

    assert Writer.of_seat(account) == Writer(user=account.user)
    assert Writer.of_seat(name) == Writer(seat=name)
    assert Writer(seat=name).columns == {"user": None, "guest": None, "seat": name}
    assert Writer(seat=name).authors == {"author": None, "guest": None, "seat": name}
