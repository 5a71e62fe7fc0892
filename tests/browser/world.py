"""Elzenvoorde with its people and scans, made by the actions of the product."""

from dataclasses import dataclass
from functools import cache

from django.utils.timezone import localdate, now

from accounts.actions.members import add_member
from accounts.actions.organisations import create_organisation
from accounts.models import Organisation, OrganisationType, Role, User
from scans.actions.answers import save_answers
from scans.actions.scans import finish_scan, reopen_scan, start_scan
from scans.entries import Change, Entry
from scans.models import Answer, Scan

PASSWORD = "elke-dag-een-trede-hoger"
TRACKS = "abc"
VALUES = {"j": "yes", "n": "no", "w": "unknown", "x": "not_applicable"}
FIRST, SECOND = "werking", "aankopen"


@cache
def _password_hash() -> str:
    """Hashed once: the people of a test are many, their password is one."""
    user = User()
    user.set_password(PASSWORD)
    return user.password


def person(name: str, **fields: bool) -> User:
    email = f"{name.split()[0].lower()}@elzenvoorde.example"
    return User.objects.create(email=email, name=name, password=_password_hash(), **fields)


def codes(theme: str) -> list[str]:
    """The fifteen statements of a full scan, in the order of the page."""
    return [f"{theme}-{step}{track}" for step in range(1, 6) for track in TRACKS]


@dataclass
class World:
    """Els coordinates, Bram contributes, Rita reads."""

    organisation: Organisation
    els: User
    bram: User
    rita: User

    def start(self, *, depth: str = "full", years_ago: int = 0) -> Scan:
        year = localdate().year - years_ago
        return start_scan(
            organisation=self.organisation, depth=depth, year=year, by=self.els, at=now()
        )

    def answer(self, scan: Scan, theme: str, letters: str) -> None:
        """Bram gives one letter a statement, in order (j yes, n no, w don't know, x n.v.t.)."""
        for code, letter in zip(codes(theme), letters.replace(" ", ""), strict=False):
            if letter != "-":
                self.save(scan, code, Entry(VALUES[letter]), by=self.bram)

    def save(self, scan: Scan, code: str, entry: Entry, *, by: User) -> None:
        statement = scan.statements().get(code=code)
        answer = stored(scan, code)
        change = Change(statement.pk, answer.version if answer else 0, entry)
        save_answers(scan=scan, changes=[change], by=by, at=now())

    def finish(self, scan: Scan) -> Scan:
        return finish_scan(scan=scan, by=self.els, at=now())

    def reopen(self, scan: Scan, reason: str) -> Scan:
        return reopen_scan(scan=scan, reason=reason, by=self.els, at=now())


def stored(scan: Scan, code: str) -> Answer | None:
    answers = Answer.objects.filter(respondent__scan=scan, statement__code=code)
    return answers.select_related("updated_by").first()


def make_world() -> World:
    els, bram, rita = person("Els Peeters"), person("Bram Maes"), person("Rita Claes")
    organisation = create_organisation(
        organisation=Organisation(
            type=OrganisationType.MUNICIPALITY,
            name="Gemeente Elzenvoorde (fictief)",
            kbo_number="0999990123",
            nis_code="99001",
            accent="#4a6a1e",
        ),
        coordinator=els,
    )
    add_member(organisation=organisation, user=bram, role=Role.CONTRIBUTOR)
    add_member(organisation=organisation, user=rita, role=Role.READER)
    return World(organisation, els, bram, rita)
