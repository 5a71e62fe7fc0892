"""What to ask a department."""

from tests.factories import DepartmentFactory, DepartmentKindFactory, published_questionnaire
from tests.page import main_text, page_of
from tests.trajects.factories import InitiativeFactory
from tests.trajects.scanned import link_scan
from tests.trajects.selecting import select


def test_what_to_ask_is_for_the_kind_of_department(page, url, traject, department):
    link_scan(traject)
    department.kind = DepartmentKindFactory()
    department.save()
    plain = DepartmentFactory(organisation=traject.organisation, name="Dienst apart")
    InitiativeFactory(traject=traject, departments=[plain])

    listed = main_text(page.get(f"{url}vragen/"))
    usual = main_text(page.get(f"{url}vragen/{department.pk}/"))
    apart = main_text(page.get(f"{url}vragen/{plain.pk}/"))
    foreign = page.get(f"{url}vragen/{DepartmentFactory().pk}/")

    assert "Dienst apart 1 initiative Milieudienst nothing yet" in listed
    assert "Wij doen thema-7-1a helemaal." in usual
    assert "Wij doen" not in apart
    assert "Thema nummer 7" in apart
    assert foreign.status_code == 404


def test_what_to_ask_without_a_scan_comes_from_the_newest_questionnaire(page, url, department):
    published_questionnaire(themes=(7,))
    department.kind = DepartmentKindFactory()
    department.save()

    assert "Wij doen thema-7-1a" in main_text(page.get(f"{url}vragen/{department.pk}/"))


def test_without_departments_there_is_nothing_to_ask(page, url):
    assert "no departments yet" in main_text(page.get(f"{url}vragen/"))
    assert select(page_of(page.get(f"{url}nieuw/")), "input[name=departments]") == []
