import unicodedata
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accounts.models import Role
from accounts.pasted_people import MAX_CHARACTERS, MAX_PEOPLE, ROLES, Problem, read_people

GRIET = ("Griet Vandamme", "griet.vandamme@x.be")
KOEN = ("Koen De Wilde", "koen.dewilde@x.be")


def people(text: str) -> list[tuple[str, str, str, str]]:
    lines = read_people(text)
    assert [line.problem for line in lines] == [""] * len(lines)
    return [(line.name, line.email, line.role, line.department) for line in lines]


def problems(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.problem.value) for line in read_people(text) if line.problem]


ONE = [
    # Columns out of a spreadsheet, in any order.
    ("Griet Vandamme\tgriet.vandamme@x.be", ("", "")),
    ("Griet Vandamme\tgriet.vandamme@x.be\tcoördinator\tAankoop", ("coordinator", "Aankoop")),
    ("griet.vandamme@x.be\tAankoop\tGriet Vandamme\tlezer", ("reader", "Aankoop")),
    ("Aankoop\tGriet Vandamme\tgriet.vandamme@x.be", ("", "Aankoop")),
    ("7\tGriet\tVandamme\tgriet.vandamme@x.be\t0499 12 34 56\tAankoop", ("", "Aankoop")),
    ("Griet Vandamme\tgriet.vandamme@x.be\t\tAankoop", ("", "Aankoop")),
    # With semicolons and commas.
    ("Griet Vandamme;griet.vandamme@x.be;Medewerker;Aankoop", ("contributor", "Aankoop")),
    ("griet.vandamme@x.be, Griet Vandamme, reader", ("reader", "")),
    ("Griet Vandamme, griet.vandamme@x.be, MVO-coördinator, ICT", ("coordinator", "ICT")),
    ('"Vandamme; Griet";griet.vandamme@x.be;"Aankoop; ICT"', None),
    # As a mail program writes it.
    ("Griet Vandamme <griet.vandamme@x.be>", ("", "")),
    ("Vandamme, Griet <griet.vandamme@x.be>", ("", "")),
    ('"Vandamme, Griet" <griet.vandamme@x.be>', ("", "")),
    ("'Griet Vandamme' <griet.vandamme@x.be>; ", ("", "")),
    ("“Griet Vandamme” <mailto:griet.vandamme@x.be>", ("", "")),
    ("Griet Vandamme <griet.vandamme@x.be>, lezer, Aankoop", ("reader", "Aankoop")),
    ("Griet Vandamme <griet.vandamme@x.be>\tlezer", ("reader", "")),
    ("Griet Vandamme\t<griet.vandamme@x.be>", ("", "")),
    ("Griet Vandamme griet.vandamme@x.be", ("", "")),
    # Signs that cannot be seen.
    ("\ufeffGriet\u00a0Vandamme\tgriet.vandamme@x.be\u200b", ("", "")),
    ("Griet Van\u00addamme\u202f;\x00griet.vandamme@x.be\r\n", ("", "")),
    # The address alone, twice, with a full stop after it.
    ("griet.vandamme@x.be", ("", "")),
    ("griet.vandamme@x.be <griet.vandamme@x.be>", ("", "")),
    ("  - griet.vandamme@x.be.", ("", "")),
]


@pytest.mark.parametrize(("text", "more"), [case for case in ONE if case[1]])
def test_one_person(text, more):
    assert people(text) == [(*GRIET, *more)]


def test_delimiter_between_quotes_is_part_of_the_cell():
    text = 'Griet Vandamme;griet.vandamme@x.be;lezer;"Aankoop; ICT"'

    assert people(text) == [(*GRIET, "reader", "Aankoop; ICT")]


SEVERAL = [
    "Griet Vandamme <griet.vandamme@x.be>; Koen De Wilde <koen.dewilde@x.be>",
    "Griet Vandamme <griet.vandamme@x.be>, Koen De Wilde <koen.dewilde@x.be>,",
    "Vandamme, Griet <griet.vandamme@x.be>; De Wilde, Koen <koen.dewilde@x.be>",
    "Vandamme, Griet <griet.vandamme@x.be>, De Wilde, Koen <koen.dewilde@x.be>",
    "Griet Vandamme\tgriet.vandamme@x.be\r\n\r\n \t \r\nKoen De Wilde\tkoen.dewilde@x.be\r\n",
    "Griet Vandamme;griet.vandamme@x.be\rkoen.dewilde@x.be;Koen De Wilde",
    "griet.vandamme@x.be Griet Vandamme; koen.dewilde@x.be Koen De Wilde",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_several_people(text):
    assert people(text) == [(*GRIET, "", ""), (*KOEN, "", "")]


@pytest.mark.parametrize("between", ["; ", ",", " ", "\n", ";\n"])
def test_addresses_one_after_another(between):
    text = between.join(("griet.vandamme@x.be", "koen.dewilde@x.be"))

    lines = read_people(text)

    assert [line.email for line in lines] == ["griet.vandamme@x.be", "koen.dewilde@x.be"]
    assert [line.name for line in lines] == ["Griet Vandamme", "Koen Dewilde"]
    assert [line.is_name_guessed for line in lines] == [True, True]


def test_address_without_brackets_after_those_with():
    lines = read_people("Griet <griet@x.be>; Koen <koen@x.be>; an@x.be, bo@x.be")

    assert [line.email for line in lines] == ["griet@x.be", "koen@x.be", "an@x.be", "bo@x.be"]


def test_loose_words_after_brackets_are_told():
    assert problems("Griet <griet@x.be>; Koen <koen@x.be>; An Segers") == [(1, "no address")]


def test_numbers_of_lines_count_the_empty_ones():
    lines = read_people("\n\na@x.be\n\nb@x.be; c@x.be\n")

    assert [line.number for line in lines] == [3, 5, 5]


HEADERS = [
    "Naam\tE-mail\tRol\tDienst\nGriet Vandamme\tgriet.vandamme@x.be\tlezer\tICT",
    "dienst;rol;e-mailadres;naam\nICT;lezer;griet.vandamme@x.be;Griet Vandamme",
    "Department,Role,Name,E-mail address\nICT,Reader,Griet Vandamme,griet.vandamme@x.be",
    "Nr\tVoornaam\tAchternaam\tGsm\tMail\tRol\tAfdeling\n"
    "1\tGriet\tVandamme\t0499 11 22 33\tgriet.vandamme@x.be\tLezer\tICT",
    "Naam\tRol\tDienst\nGriet Vandamme <griet.vandamme@x.be>\tlezer\tICT",
]


@pytest.mark.parametrize("text", HEADERS)
def test_header_says_what_the_columns_are(text):
    assert people(text) == [(*GRIET, "reader", "ICT")]


def test_header_wins_over_looks():
    """A department that looks like the address stays a department."""
    text = "Dienst\tNaam\tE-mail\nSport\tAn Segers\tsport@x.be"

    assert people(text) == [("An Segers", "sport@x.be", "", "Sport")]


def test_only_the_first_line_is_a_header():
    assert problems("a@x.be\nNaam\tE-mail") == [(2, "no address")]


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("coördinator", "coordinator"),
        ("Coordinator", "coordinator"),
        ("MVO-coördinator", "coordinator"),
        ("MVO coordinator", "coordinator"),
        ("COÖRDINATOR", "coordinator"),
        ("coo\u0308rdinator", "coordinator"),
        ("medewerker", "contributor"),
        ("Contributor", "contributor"),
        ("lezer", "reader"),
        ("Reader ", "reader"),
        ("baas", None),
    ],
)
def test_role_words(word, role):
    (line,) = read_people(f"Naam\tE-mail\tRol\nGriet\tgriet@x.be\t{word}")

    assert (line.role, line.problem) == ((role, "") if role else ("", "unknown role"))
    assert line.is_person


def test_roles_are_those_of_the_product():
    assert set(ROLES.values()) == set(Role.values)


def test_role_word_in_a_list_without_header_is_told_when_unknown():
    (line,) = read_people("Griet Vandamme\tgriet.vandamme@x.be\tbaas\tAankoop")

    assert (line.problem, line.department) == (Problem.UNKNOWN_ROLE, "Aankoop")


@pytest.mark.parametrize(
    ("email", "name"),
    [
        ("griet.vandamme@x.be", "Griet Vandamme"),
        ("Jan-Piet_de.wit2@x.be", "Jan Piet De Wit"),
        ("info@x.be", "Info"),
        ("o'brien@x.be", "Obrien"),
        ("007@x.be", "007"),
    ],
)
def test_missing_name_is_made_of_the_address(email, name):
    (line,) = read_people(f"{email};lezer")

    assert (line.name, line.email, line.is_name_guessed) == (name, email, True)


PROBLEMS = [
    ("Griet Vandamme", "no address"),
    ("Griet Vandamme; lezer; Aankoop", "no address"),
    ("griet@", "wrong address"),
    ("Griet;griet@x", "wrong address"),
    ("Griet <griet @x.be>", "wrong address"),
    ("griet@@x.be", "wrong address"),
    ("griet@x.be@y.be", "wrong address"),
    ("griet@x..be", "wrong address"),
    ("griet=v@x.be", "wrong address"),
    ("grïet@x.be", "wrong address"),
    ("griet@gemeenté.be", "wrong address"),
    ("griet@x.beé", "wrong address"),
    ("griet@x.be; koen@", "wrong address"),
    (f"{'g' * 100}@x.be", "wrong address"),
    ("Griet\tgriet@x.be griet@y.be", "two addresses"),
    ("Griet\tgriet@x.be\tgriet@y.be", "two addresses"),
    ("Griet;griet@x.be;Koen;koen@x.be", "two addresses"),
]


@pytest.mark.parametrize(("text", "problem"), PROBLEMS)
def test_problem_is_told_with_its_line(text, problem):
    assert problems(f"an@x.be\n{text}") == [(2, problem)]


def test_same_address_twice_is_a_problem_of_the_second():
    text = "An <an@x.be>\nBo <bo@x.be>; An <AN@x.be>"

    lines = read_people(text)

    assert [(line.number, line.email, line.problem) for line in lines] == [
        (1, "an@x.be", ""),
        (2, "bo@x.be", ""),
        (2, "AN@x.be", "twice"),
    ]


def test_fifty_people_are_read_and_what_is_more_is_told():
    text = "\n".join(f"mens{number}@x.be" for number in range(60))

    lines = read_people(text)

    assert len(lines) == MAX_PEOPLE + 1
    assert all(line.is_person for line in lines[:MAX_PEOPLE])
    assert (lines[-1].number, lines[-1].problem) == (51, "too many")


def test_exactly_fifty_people_are_no_problem():
    assert len(people("\n".join(f"mens{number}@x.be" for number in range(50)))) == 50


@pytest.mark.parametrize("text", ["", "\n\n", " \t \r\n;;;\n,", "\u200b\ufeff"])
def test_nothing_is_nobody(text):
    assert read_people(text) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x" * (MAX_CHARACTERS + 1), "too long"),
        ("griet@x.be\n" * 10_000, "too long"),
        (bytes(range(256)).decode("latin-1") * 4, "not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".decode("utf-8", "replace"), "not text"),
        ("\ud800" * 10, "not text"),
    ],
)
def test_garbage_is_one_clear_problem(text, problem):
    assert [line.problem for line in read_people(text)] == [problem]


@pytest.mark.parametrize(
    "text",
    [
        *("a" * 20_000, "a." * 10_000, "a@" * 10_000, "a@" + "b." * 9_999, "@" * 20_000),
        *("<" * 20_000, "a<" * 10_000, "<" + " " * 19_999, "<" + "a" * 19_999, "mailto:" * 2_800),
        *('"' * 20_000, "' " * 10_000, "a,\t" * 6_000, "Naam\n" + '";' * 9_000, " \t" * 9_999),
        *("e\u0301" * 10_000, "a@x.be, " * 2_500, "\u0301" * 20_000),
    ],
)
def test_one_enormous_line_takes_no_time(text):
    start = process_time()

    read_people(text)

    assert process_time() - start < 1


PIECES = st.sampled_from(
    [
        *("Griet", "Vandamme, An", "an@x.be", "<an@x.be>", "<", ">", '"', "'", "\t", ";", ","),
        *("\n", "\r\n", " ", "lezer", "baas", "Naam", "E-mail", "Rol", "@", "b@y.nl", "mailto:"),
        *("\u200b", "\u00a0", "\ufeff", "é", "\u0308", "\x00", "ı@x.be", "K@x.be"),
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=60).map("".join),
    st.binary().map(lambda data: data.decode("latin-1")),
)


@given(TEXTS)
@example("Naam\n\ud800")
def test_never_raises_and_never_invents_an_address(text):
    lines = read_people(text)

    raw = unicodedata.normalize("NFC", text).splitlines()
    assert len(lines) <= MAX_PEOPLE + 1
    for line in lines:
        assert line.email in line.text
        assert line.email.isascii()
        assert bool(line.email and line.name) == (line.is_person or line.problem == Problem.TWICE)
        if line.problem not in (Problem.TOO_LONG, Problem.NOT_TEXT):
            assert 1 <= line.number <= max(1, len(raw) + text.count("\r") + text.count("\n"))


@given(TEXTS)
def test_an_address_is_understood_once_at_most(text):
    emails = [line.email.lower() for line in read_people(text) if line.is_person]

    assert len(emails) == len(set(emails))


@given(TEXTS)
def test_nothing_read_can_break_a_line(text):
    for line in read_people(text):
        for part in (line.name, line.email, line.role, line.department):
            assert part == "" or (part.splitlines() == [part] and "\t" not in part)
