"""The pages of the catalogue, for everybody who is signed in."""

import pytest
from django.test import Client
from django.utils.timezone import now

from scans.queries import scanned_statements
from scans.results import scan_result
from tests.factories import DepartmentKindFactory, SdgFactory, ThemeFactory
from tests.page import links, main_text, page_of, text_of
from tests.scans.example_factories import ExampleActionFactory, ExampleHelpFactory
from tests.trajects.selecting import select

LIST = "/voorbeeldacties/"


@pytest.fixture
def paper(world):
    example = ExampleActionFactory(
        code="papier",
        title="Kies samen papier",
        theme=ThemeFactory(number=11, name="Duurzaam aankopen", code="aankopen"),
        lead=DepartmentKindFactory(code="aankoop", name="aankoop"),
        days_low=6,
        days_high=10,
        effort="middel",
        once_high=3_000,
        partners=["milieu", "sport"],
    )
    example.sdgs.add(SdgFactory(number=12, name="Verantwoord"))
    ExampleHelpFactory(example=example, code=world.a.finished.questionnaire.statements.first().code)
    ExampleHelpFactory(example=example, code="weg-1a")
    return example


@pytest.mark.parametrize("url", [LIST, f"{LIST}papier/"])
def test_who_is_signed_in_reads_it(paper, browse, url):
    people = [browse(person) for person in ("els", "bram", "rita", "chaima")]

    assert [client.get(url).status_code for client in people] == [200] * 4
    assert Client().get(url).status_code == 302


def test_list_stands_per_theme_with_what_it_takes(paper, browse):
    ExampleActionFactory(title="Fiets", theme=ThemeFactory(number=8, name="Mobiliteit"))

    response = browse("els").get(LIST)

    assert [text_of(h2) for h2 in select(page_of(response), "section h2")] == [
        "Mobiliteit",
        "Duurzaam aankopen",
    ]
    assert "2 example actions" in main_text(response)
    assert (
        "Kies samen papier middle, 6 to 10 staff days · up to 3.000 euro in the first year · "
        "1 to 3 months · aankoop"
    ) in main_text(response)
    assert f"{LIST}papier/" in links(page_of(response))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("zoek=papier", "1 example action fits what you look for."),
        ("thema=aankopen&moeite=middel&kosten=tot-5000&dienst=aankoop&sdg=12", "1 example action"),
        ("zoek=niets", "No example fits all of this"),
        ("thema=bestaat-niet&sdg=x&moeite=reus", "1 example action"),  # no choices: everything
    ],
)
def test_search_says_how_much_it_found(paper, browse, asked, said):
    assert said in main_text(browse("els").get(f"{LIST}?{asked}"))


def test_statement_of_the_result_leads_to_what_helps(paper, world, browse):
    statement = world.a.finished.questionnaire.statements.first()

    response = browse("els").get(f"{LIST}?stelling={statement.code}")

    assert f"These examples help to say yes to: {statement.text}" in main_text(response)
    assert "1 example action fits what you look for." in main_text(response)


def test_statement_without_example_leads_to_its_theme(paper, browse):
    response = browse("els").get(f"{LIST}?stelling=aankopen-5b")

    assert "No example fits all of this" in main_text(response)
    assert f"{LIST}?thema=aankopen" in links(page_of(response))


def test_empty_catalogue_says_who_can_fill_it(world, browse):
    assert "The catalogue is empty" in main_text(browse("els").get(LIST))


def test_page_of_one_example_says_everything(paper, world, browse):
    response = browse("els").get(f"{LIST}papier/")

    text = main_text(response)
    statement = world.a.finished.questionnaire.statements.first()
    for said in (
        paper.what,
        paper.why,
        paper.first_step,
        "Middle, 6 to 10 staff days De coördinator.",
        "Cost, once 0 to 3.000 euro",
        "Cost, each year nothing",
        "Time 1 to 3 months",
        "Who leads aankoop",
        "Together with milieu, sport",
        "For example from 0 to 4 vergaderingen in 12 months.",
        "12 Verantwoord",
        statement.text,
        *paper.tips,
        *paper.pitfalls,
    ):
        assert said in text
    assert "weg-1a" not in text


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"days_low": 1, "days_high": 1}, "1 staff day "),
        ({"months_low": 1, "months_high": 1}, "Time 1 month "),
        ({"once_low": 500, "once_high": 500}, "Cost, once 500 euro"),
        ({"partners": []}, "Who leads Algemene directie How you see"),
    ],
)
def test_range_of_one_number_is_that_number(world, browse, own, said):
    ExampleActionFactory(code="dit", lead__name="Algemene directie", **own)

    assert said in main_text(browse("els").get(f"{LIST}dit/"))


def test_what_costs_nothing_says_so(world, browse):
    ExampleActionFactory(once_high=0)

    assert "no costs but time" in main_text(browse("els").get(LIST))


def test_what_was_taken_out_does_not_exist(paper, browse):
    paper.withdrawn_at = now()
    paper.save()

    assert browse("els").get(f"{LIST}papier/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(
    world, browse, django_assert_num_queries, number
):
    for example in ExampleActionFactory.create_batch(number):
        ExampleHelpFactory(example=example)
    client = browse("els")

    with django_assert_num_queries(8):
        client.get(LIST)


def test_page_of_one_example_costs_few_queries(paper, browse, django_assert_num_queries):
    client = browse("els")

    with django_assert_num_queries(6):
        client.get(f"{LIST}papier/")


def test_result_leads_from_weak_themes_and_unmet_statements(world, browse):
    scan = world.a.finished
    result = scan_result(scan)
    weak = [f"{LIST}?thema={line.code}" for line in result.weak]
    lifting = [
        f"{LIST}?stelling={statement.code}"
        for lifted in result.lifts
        for statement in lifted.statements
    ]
    theme = result.lines[0]
    unmet = {
        f"{LIST}?stelling={one.code}"
        for one in scanned_statements(scan)
        if one.outcome == "no" and one.theme_number == theme.number
    }

    whole = links(page_of(browse("els").get(f"/scans/{scan.pk}/resultaat/")))
    opened = f"/scans/{scan.pk}/resultaat/?waarom={theme.number}&toon=antwoorden"
    answers = links(page_of(browse("els").get(opened)))

    assert [link for link in whole if link.startswith(LIST)] == [LIST, LIST, *weak, *lifting]
    assert unmet
    assert unmet <= set(answers)
