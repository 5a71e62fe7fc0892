from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trajects.entries import InitiativeEntry
from trajects.merging import FIELDS, FILLED, LABELS, Brought, Merged, merge, unmerge

labels = st.frozensets(st.integers(1, 6), max_size=4)
entries = st.builds(
    InitiativeEntry,
    title=st.sampled_from(["Repaircafé", "Fietsleasing"]),
    status=st.sampled_from(["running", "planned"]),
    scope=st.just("residents"),
    themes=labels,
    description=st.text("ab", max_size=4),
    since=st.none() | st.integers(2001, 2003),
    evidence=st.sampled_from(["", "https://a.example", "https://b.example"]),
    bbc_code=st.sampled_from(["", "A1", "B2"]),
    departments=labels,
    sdgs=labels,
)
PLAIN = InitiativeEntry("Repaircafé", "running", "residents", frozenset({1}))


def merge_all(kept, others):
    merged = []
    for other in others:
        kept, brought = merge(kept, other)
        merged.append(Merged(other, Brought.of(brought.stored)))
    return kept, merged


def test_merge_unites_labels_fills_what_is_empty_and_keeps_the_longer_text():
    other = InitiativeEntry(
        title="Herstelcafé",
        status="stopped",
        scope="own_working",
        themes=frozenset({2}),
        description="Elke maand in de bib.",
        since=2019,
        evidence="https://a.example",
        bbc_code="A1",
        departments=frozenset({3}),
        sdgs=frozenset({12}),
    )

    merged, _brought = merge(replace(PLAIN, description="In de bib.", since=2020), other)

    assert merged == InitiativeEntry(
        title="Repaircafé",
        status="running",
        scope="residents",
        themes=frozenset({1, 2}),
        description="Elke maand in de bib.",
        since=2020,
        evidence="https://a.example",
        bbc_code="A1",
        departments=frozenset({3}),
        sdgs=frozenset({12}),
    )


@given(entries, st.lists(entries, max_size=4))
def test_merging_loses_nothing(kept, others):
    merged, _stack = merge_all(kept, others)

    for kind in LABELS:
        assert getattr(merged, kind) == frozenset().union(
            *(getattr(one, kind) for one in [kept, *others])
        )
    assert len(merged.description) == max(len(one.description) for one in [kept, *others])
    for name in FILLED:
        said = [getattr(one, name) for one in [kept, *others] if getattr(one, name)]
        assert getattr(merged, name) == (said[0] if said else getattr(kept, name))
    assert (merged.title, merged.status) == (kept.title, kept.status)


@given(entries, st.lists(entries, min_size=1, max_size=4), st.data())
def test_unmerging_one_is_as_if_it_was_never_merged(kept, others, data):
    number = data.draw(st.integers(0, len(others) - 1))
    merged, stack = merge_all(kept, others)

    left, _brought = unmerge(merged, stack, number)

    assert left == merge_all(kept, [*others[:number], *others[number + 1 :]])[0]


@given(entries, st.lists(entries, min_size=1, max_size=4), st.data())
def test_unmerging_all_in_any_order_restores(kept, others, data):
    current, stack = merge_all(kept, others)

    for _round in others:
        number = data.draw(st.integers(0, len(stack) - 1))
        current, brought = unmerge(current, stack, number)
        rest = [one for place, one in enumerate(stack) if place != number]
        stack = [
            Merged(one.entry, Brought.of(own.stored))
            for one, own in zip(rest, brought, strict=True)
        ]

    assert current == kept


@given(entries, entries, entries)
def test_unmerging_leaves_what_was_written_by_hand_since(kept, other, by_hand):
    merged, stack = merge_all(kept, [other])
    changed = replace(merged, **{name: getattr(by_hand, name) for name in FIELDS})

    left, _brought = unmerge(changed, stack, 0)

    for name in FIELDS:
        was, became = stack[0].brought.fields.get(name, (None, None))
        is_taken_back = name in stack[0].brought.fields and getattr(by_hand, name) == became
        assert getattr(left, name) == (was if is_taken_back else getattr(by_hand, name))


def test_unmerging_does_not_bring_back_what_was_removed_by_hand():
    merged, stack = merge_all(
        PLAIN, [replace(PLAIN, themes=frozenset({2})), replace(PLAIN, themes=frozenset({3}))]
    )
    without_two = replace(merged, themes=merged.themes - {2})

    left, _brought = unmerge(without_two, stack, 1)

    assert left.themes == {1}


def test_a_text_that_replaced_a_longer_and_a_longer_one_goes_back_all_the_way():
    """The one in the middle goes first: what came after it then stands on what was below it."""
    longer = [replace(PLAIN, description=text) for text in ("Elke maand.", "Elke maand in de bib.")]
    merged, (middle, last) = merge_all(replace(PLAIN, description="Kort."), longer)

    left, (brought,) = unmerge(merged, [middle, last], 0)
    first, _none = unmerge(left, [Merged(last.entry, brought)], 0)

    assert left.description == "Elke maand in de bib."
    assert first.description == "Kort."


def test_a_text_of_which_the_last_goes_is_that_of_the_one_before():
    longer = [replace(PLAIN, description=text) for text in ("Elke maand.", "Elke maand in de bib.")]
    merged, stack = merge_all(PLAIN, longer)

    left, _brought = unmerge(merged, stack, 1)

    assert left.description == "Elke maand."
