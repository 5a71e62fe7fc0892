"""What must never be false of a pair that was told apart, tried against the database."""

import pytest
from django.db import IntegrityError, transaction

from tests.constraints import names_constraint
from tests.factories import LONG_AGO
from tests.trajects.factories import InitiativeFactory
from trajects.models import Initiative, ToldApart

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(traject) -> list[Initiative]:
    return [InitiativeFactory(traject=traject), InitiativeFactory(traject=traject)]


def test_lower_number_comes_first(pair):
    for first, second in ((pair[1], pair[0]), (pair[0], pair[0])):
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            ToldApart.objects.create(first=first, second=second, at=LONG_AGO)
        assert names_constraint(str(refused.value), "told_apart_lower_number_first", "")


def test_a_pair_is_told_apart_once(pair):
    told = ToldApart.objects.create(first=pair[0], second=pair[1], at=LONG_AGO)

    with pytest.raises(IntegrityError), transaction.atomic():
        ToldApart.objects.create(first=pair[0], second=pair[1], at=LONG_AGO)

    assert str(told) == f"{pair[0].pk}, {pair[1].pk}"
