from datetime import UTC, datetime

import pytest

from scans.actions.answers import save_answers
from scans.entries import Change, Entry
from scans.errors import ScanFinished
from scans.models import Answer, Scan
from tests.world import World, domain_hash

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 5, 4, 9, 31, tzinfo=UTC)
YES, NO = Entry("yes"), Entry("no")
FULL = Entry("not_applicable", True, "Zie de nota.", "Wij hebben dat niet.")


def statement(scan: Scan, code: str) -> int:
    return scan.statements().get(code=code).pk


def stored(scan: Scan, code: str) -> Answer:
    return Answer.objects.get(respondent__scan=scan, statement__code=code)


def save(world: World, code: str, entry: Entry, version: int, by: str = "els", **rest) -> tuple:
    """Codes of what was saved and of what was in conflict."""
    scan = world.a.running
    changes = [Change(statement(scan, code), version, entry, **rest)]
    outcome = save_answers(scan=scan, changes=changes, by=world.person(by), at=NOW)
    return tuple(sorted(map(str, outcome.saved))), tuple(sorted(map(str, outcome.conflicts)))


def test_first_save_is_stored_with_who_and_when(world):
    save(world, "thema-2-1a", FULL, 0, by="bram")

    answer = stored(world.a.running, "thema-2-1a")
    assert answer.entry == FULL
    assert (answer.version, answer.updated_by, answer.updated_at) == (1, world.bram, NOW)
    assert answer.respondent == world.a.running.respondents.get()


def test_next_save_counts_up(world):
    save(world, "thema-1-1a", NO, 1, by="bram")

    answer = stored(world.a.running, "thema-1-1a")
    assert (answer.entry, answer.version, answer.updated_by) == (NO, 2, world.bram)


def test_outcome_has_the_stored_answer_with_its_new_version(world):
    pk = statement(world.a.running, "thema-1-1a")

    outcome = save_answers(scan=world.a.running, changes=[Change(pk, 1, NO)], by=world.els, at=NOW)

    assert {key: (row.entry, row.version) for key, row in outcome.saved.items()} == {pk: (NO, 2)}
    assert outcome.conflicts == {}


@pytest.mark.parametrize("version", [0, 2, 7])
def test_save_on_another_version_is_a_conflict_and_writes_nothing(world, version):
    pk = statement(world.a.running, "thema-1-1a")
    before = domain_hash()

    outcome = save_answers(
        scan=world.a.running, changes=[Change(pk, version, NO)], by=world.bram, at=NOW
    )

    assert outcome.saved == {}
    assert {key: row.entry for key, row in outcome.conflicts.items()} == {pk: YES}
    assert outcome.conflicts[pk].updated_by == world.els
    assert domain_hash() == before


@pytest.mark.parametrize("version", [0, 1, 5])
def test_replay_counts_as_saved_and_writes_nothing(world, version, django_assert_num_queries):
    """Whatever version it carries: the scan holds already what the person wants."""
    pk = statement(world.a.running, "thema-1-1a")
    scan = Scan.objects.with_respondent().get(pk=world.a.running.pk)
    change = Change(pk, version, YES)

    with django_assert_num_queries(4) as queries:
        outcome = save_answers(scan=scan, changes=[change], by=world.bram, at=NOW)

    verbs = [query["sql"].split()[0] for query in queries]
    assert verbs == ["SAVEPOINT", "SELECT", "SELECT", "RELEASE"]
    assert (outcome.saved[pk].version, outcome.saved[pk].updated_by) == (1, world.els)


def test_replayed_and_reordered_saves_end_in_the_same_state(world):
    code = "thema-2-1a"
    posts = [(YES, 0), (NO, 1), (NO, 1), (YES, 0), (YES, 0), (NO, 1)]

    for entry, version in posts:
        save(world, code, entry, version)

    assert (stored(world.a.running, code).entry, stored(world.a.running, code).version) == (NO, 2)


def test_overruling_the_version_that_was_seen_replaces_it(world):
    save(world, "thema-1-1a", NO, 1, by="bram")

    save(world, "thema-1-1a", FULL, 1, overrules=2)

    answer = stored(world.a.running, "thema-1-1a")
    assert (answer.entry, answer.version, answer.updated_by) == (FULL, 3, world.els)


def test_overruling_a_version_that_is_gone_is_a_conflict_again(world):
    save(world, "thema-1-1a", NO, 1, by="bram")
    save(world, "thema-1-1a", Entry("unknown"), 2, by="bram")

    save(world, "thema-1-1a", FULL, 1, overrules=2)

    assert stored(world.a.running, "thema-1-1a").entry == Entry("unknown")


def test_one_conflict_leaves_the_others_saved(world):
    scan = world.a.running
    first, second, third = (
        statement(scan, code) for code in ("thema-1-1a", "thema-1-1b", "thema-1-5c")
    )
    changes = [Change(first, 0, NO), Change(second, 1, NO), Change(third, 0, YES)]

    outcome = save_answers(scan=scan, changes=changes, by=world.bram, at=NOW)

    assert (outcome.saved.keys(), outcome.conflicts.keys()) == ({second, third}, {first})
    assert [stored(scan, code).entry for code in ("thema-1-1a", "thema-1-1b", "thema-1-5c")] == [
        YES,
        NO,
        YES,
    ]


def test_finished_scan_takes_no_answer(world):
    scan = world.a.finished
    change = Change(statement(scan, "thema-1-1a"), 1, NO)
    before = domain_hash()

    with pytest.raises(ScanFinished):
        save_answers(scan=scan, changes=[change], by=world.els, at=NOW)

    assert domain_hash() == before


def test_scan_that_was_finished_meanwhile_takes_no_answer(world):
    scan = world.a.running
    Scan.objects.filter(pk=scan.pk).update(finished_at=NOW, finished_by=world.els)
    before = domain_hash()

    with pytest.raises(ScanFinished):
        save(world, "thema-1-1a", NO, 1)

    assert domain_hash() == before


def test_saving_nothing_writes_nothing(world):
    before = domain_hash()

    outcome = save_answers(scan=world.a.running, changes=[], by=world.els, at=NOW)

    assert (outcome.saved, outcome.conflicts) == ({}, {})
    assert domain_hash() == before


@pytest.mark.parametrize("codes", [["thema-2-1a"], ["thema-2-1a", "thema-2-1b", "thema-2-5c"]])
def test_save_costs_the_same_for_one_and_for_three(world, codes, django_assert_num_queries):
    scan = Scan.objects.with_respondent().get(pk=world.a.running.pk)
    changes = [Change(statement(scan, code), 0, YES) for code in codes]

    with django_assert_num_queries(5):
        save_answers(scan=scan, changes=changes, by=world.els, at=NOW)


def test_answer_can_be_emptied_again(world):
    save(world, "thema-1-1a", Entry(), 1)

    answer = stored(world.a.running, "thema-1-1a")
    assert (answer.entry, answer.version) == (Entry(), 2)


def test_fingerprint_tells_every_field_apart():
    entries = [Entry(), YES, NO, Entry(interesting=True), Entry(remark="x"), Entry(reason="x")]
    entries += [Entry(remark="x", reason="y"), Entry(remark="xy"), Entry(value="yes", remark="x")]

    assert len({entry.fingerprint for entry in entries}) == len(entries)
    assert {len(entry.fingerprint) for entry in entries} == {12}
