"""What must never be false of a candidate theme, tried against the database (promise 25)."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.constraints import names_constraint
from tests.factories import LONG_AGO, UserFactory
from tests.trajects.factories import CandidateFactory, ThemeNoteFactory
from trajects.entries import CandidateEntry
from trajects.models import Candidate, ThemeNote

pytestmark = pytest.mark.django_db

BROKEN = [
    ({"name": ""}, "candidate_has_a_name"),
    ({"short_name": ""}, "candidate_has_a_short_name"),
    ({"left_out_at": LONG_AGO}, "candidate_left_out_for_a_reason"),
    ({"left_out_because": "Zomaar."}, "candidate_left_out_for_a_reason"),
    ({"grouped_into": F("pk")}, "candidate_not_grouped_into_itself"),
    ({"split_from": F("pk")}, "candidate_not_split_from_itself"),
]


@pytest.mark.parametrize(("values", "constraint"), BROKEN)
def test_database_refuses(values, constraint):
    one = CandidateFactory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Candidate.objects.filter(pk=one.pk).update(**values)

    assert names_constraint(str(refused.value), constraint, "")


def test_left_out_by_somebody_for_a_reason_or_not_at_all():
    one, somebody = CandidateFactory(), UserFactory()
    whole = {"left_out_at": LONG_AGO, "left_out_by": somebody, "left_out_because": "Klaar"}

    for missing, empty in (("left_out_by", None), ("left_out_because", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Candidate.objects.filter(pk=one.pk).update(**whole | {missing: empty})

    assert Candidate.objects.filter(pk=one.pk).update(**whole) == 1


def test_every_constraint_is_tried():
    known = {constraint.name for constraint in Candidate._meta.constraints}

    assert {constraint for _values, constraint in BROKEN} == known


def test_candidate_goes_by_its_name_and_subtheme():
    assert str(CandidateFactory(name="Energie")) == "Energie"
    assert str(CandidateFactory(name="Energie", subtheme="in huis")) == "Energie: in huis"
    assert str(ThemeNoteFactory(candidate__name="Water")) == "Water"


def test_entry_says_how_it_is_called():
    one = CandidateFactory(name="Energie", short_name="E", subtheme="in huis")

    assert one.entry == CandidateEntry("Energie", "E", "in huis")


def test_note_is_there_once():
    note = ThemeNoteFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeNote.objects.create(candidate=note.candidate)


def test_in_the_running_is_what_is_not_out_of_it():
    group, left, whole = CandidateFactory.create_batch(3)
    member = CandidateFactory(grouped_into=group)
    Candidate.objects.filter(pk=left.pk).update(
        left_out_at=LONG_AGO, left_out_by=UserFactory(), left_out_because="Klaar"
    )
    Candidate.objects.filter(pk=whole.pk).update(split_at=LONG_AGO)

    assert list(Candidate.objects.running()) == [group]
    stored = {one.pk: one.is_running for one in Candidate.objects.all()}
    assert stored == {group.pk: True, left.pk: False, whole.pk: False, member.pk: False}
