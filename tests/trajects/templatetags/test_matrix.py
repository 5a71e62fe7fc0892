"""A row of the overview of a local photo, cell by cell."""

from django.template import Context, Template

from trajects.pages.photo import Tally

ROW = Template("{% load matrix %}{% cells tallies %}")


def drawn(*tallies: Tally) -> str:
    return "".join(ROW.render(Context({"tallies": tallies})).split("\n"))


def test_each_cell_says_its_number_and_its_kind():
    assert drawn(Tally(3, 1), Tally(1), Tally(planned=2), Tally(stopped=1)) == (
        '<td class="is-many">3+1</td><td class="is-some">1</td>'
        '<td class="is-planned">+2</td><td class="is-none">0</td>'
    )


def test_a_row_without_departments_is_empty():
    assert drawn() == ""
