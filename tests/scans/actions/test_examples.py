"""The catalogue is brought up to the files; what people changed stays."""

from dataclasses import replace

import pytest

from scans.actions.examples import (
    ExamplesLoad,
    load_examples,
    note_edit,
    restore_examples,
    withdraw_examples,
)
from scans.actions.questionnaires import TaxonomyNotLoaded
from scans.actions.taxonomy import load_taxonomy
from scans.models import ExampleAction, ExampleHelp
from scans.queries.examples import stored_example
from tests.factories import LONG_AGO
from tests.scans.example_factories import ExampleActionFactory
from tests.scans.example_files.sample import SAMPLE, SECOND, read, write_sample
from tests.scans.questionnaire_files.sample import TAXONOMY

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(tmp_path):
    load_taxonomy(source=TAXONOMY)
    return read(write_sample(tmp_path, SAMPLE + SECOND))


def stored(code: str) -> ExampleAction:
    return ExampleAction.objects.with_labels().get(code=code)


def test_first_time_everything_is_made(source):
    load = load_examples(source=source)

    assert load == ExamplesLoad(created=2, changed=0, unchanged=0, kept=())
    assert [stored_example(stored(one.code)) for one in source] == list(source)


def test_second_time_nothing_is_written(source, django_assert_num_queries):
    load_examples(source=source)

    with django_assert_num_queries(8):  # savepoints, three labels, three of the taxonomy
        load = load_examples(source=source)

    assert load == ExamplesLoad(created=0, changed=0, unchanged=2, kept=())


def test_what_the_file_says_anew_is_taken_over(source):
    load_examples(source=source)
    help_kept = ExampleHelp.objects.get(example__code="actie-aankopen-01", code="aankopen-1a")
    first = replace(source[0], title="Anders", sdgs=(13,), helps=("aankopen-1a",))

    load = load_examples(source=[first, source[1]])

    assert load == ExamplesLoad(created=0, changed=1, unchanged=1, kept=())
    row = stored("actie-aankopen-01")
    assert stored_example(row) == first
    assert [help.pk for help in row.helps.all()] == [help_kept.pk]


def test_what_was_edited_stays_and_is_said(source):
    load_examples(source=source)
    row = stored("actie-aankopen-01")
    row.title = "Van ons"
    row.save()
    note_edit(example=row, helps=["aankopen-2a"], at=LONG_AGO)

    load = load_examples(source=source)

    assert load == ExamplesLoad(created=0, changed=0, unchanged=1, kept=("actie-aankopen-01",))
    kept = stored("actie-aankopen-01")
    assert (kept.title, kept.edited_at) == ("Van ons", LONG_AGO)
    assert [help.code for help in kept.helps.all()] == ["aankopen-2a"]


def test_what_was_edited_to_say_the_same_is_unchanged(source):
    load_examples(source=source)
    note_edit(example=stored("actie-aankopen-01"), helps=source[0].helps, at=LONG_AGO)

    assert load_examples(source=source).kept == ()


def test_what_was_taken_out_stays_out_and_what_is_in_no_file_stays(source):
    load_examples(source=source)
    ExampleActionFactory(code="van-vroeger")
    withdraw_examples(examples=ExampleAction.objects.filter(code="actie-aankopen-02"), at=LONG_AGO)

    load_examples(source=[replace(source[1], title="Anders")])

    assert (stored("actie-aankopen-02").withdrawn_at, stored("actie-aankopen-02").title) == (
        LONG_AGO,
        "Anders",
    )
    assert ExampleAction.objects.count() == 3


def test_without_taxonomy_nothing_is_loaded(source):
    unknown = replace(source[1], lead="nergens")

    with pytest.raises(TaxonomyNotLoaded, match="nergens"):
        load_examples(source=[source[0], unknown])

    assert not ExampleAction.objects.exists()


def test_taking_out_and_bringing_back_count_what_moved():
    ExampleActionFactory()
    ExampleActionFactory(withdrawn_at=LONG_AGO)
    every = ExampleAction.objects.all()

    assert withdraw_examples(examples=every, at=LONG_AGO) == 1
    assert restore_examples(examples=every) == 2
    assert ExampleAction.objects.shown().count() == 2
