import pytest

from tests.trajects.factories import CandidateFactory, ThemeNoteFactory
from trajects.actions.theme_notes import write_theme_note
from trajects.errors import ChangedMeanwhile, NoLongerAllowed, TrajectGone
from trajects.models import Candidate, ThemeNote


@pytest.fixture
def candidate(traject):
    return CandidateFactory(traject=traject)


def write(candidate, by, text="Veel draagvlak.", version=0):
    return write_theme_note(candidate=candidate, text=text, version=version, by=by)


def test_note_is_kept(candidate, els):
    write(candidate, els)

    note = ThemeNote.objects.get()
    assert (note.candidate, note.text, note.version) == (candidate, "Veel draagvlak.", 1)


def test_note_is_changed_with_the_version_that_was_read(candidate, els):
    ThemeNoteFactory(candidate=candidate, version=4)

    write(candidate, els, version=4)

    assert ThemeNote.objects.values_list("text", "version").get() == ("Veel draagvlak.", 5)


@pytest.mark.parametrize("version", [0, 3])
def test_note_of_a_colleague_is_not_overwritten(candidate, els, version):
    ThemeNoteFactory(candidate=candidate, version=4, text="Van een collega.")

    with pytest.raises(ChangedMeanwhile):
        write(candidate, els, version=version)

    assert ThemeNote.objects.get().text == "Van een collega."


def test_same_note_sent_again_is_right(candidate, els):
    for _ in range(2):
        write(candidate, els)

    assert ThemeNote.objects.get().version == 1


@pytest.mark.parametrize("person", ["griet", "bram", "chaima"])
def test_only_moderators_write(candidate, request, person):
    with pytest.raises(NoLongerAllowed):
        write(candidate, request.getfixturevalue(person))


def test_theme_that_is_gone_is_told(candidate, els):
    Candidate.objects.all().delete()

    with pytest.raises(TrajectGone):
        write(candidate, els)
