"""A lead group that may write: with accounts, by personal links, and with phones in a session."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import Role, User
from accounts.tokens import token_hash
from tests.factories import LONG_AGO, MembershipFactory, UserFactory
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    PersonalLinkFactory,
    SeatFactory,
    ThemeChoiceFactory,
)
from tests.trajects.voting.rooms import AT
from trajects.models import Candidate, LiveSession, Part, Traject
from trajects.models.writer import Writer
from trajects.seat_tokens import seat_hash
from trajects.stages import Stage, Subject

CODE = "DREAMS"


@dataclass(frozen=True)
class Circle:
    """`writers` in turn by account, link and seat. What the browsers of the last two keep is
    `guest_token` and `seat_token`."""

    traject: Traject
    els: User
    session: LiveSession
    themes: tuple[Candidate, ...]
    writers: tuple[Writer, ...]

    @classmethod
    def of(cls, traject: Traject, els: User, *, senders: int, themes: int) -> "Circle":
        session = LiveSessionFactory(
            traject=traject,
            opened_by=els,
            subject=Subject.DREAMS,
            stage=Stage.DREAMING,
            code=CODE,
        )
        chosen = [
            CandidateFactory(traject=traject, name=f"Thema {n}", short_name=f"T{n}")
            for n in range(themes)
        ]
        for one in chosen:
            ThemeChoiceFactory(candidate=one)
        kinds = (_by_account, _by_link, _by_seat)
        writers = [kinds[n % 3](traject, session, n) for n in range(senders)]
        return cls(traject, els, session, tuple(chosen), tuple(writers))

    def pks(self, themes: Sequence[int]) -> list[int]:
        return [self.themes[theme].pk for theme in themes]


def _by_account(traject: Traject, _session: LiveSession, n: int) -> Writer:
    user = UserFactory(name=f"Lid {n}")
    MembershipFactory(user=user, organisation=traject.organisation, role=Role.READER)
    ParticipantWithAccountFactory(traject=traject, user=user, part=Part.LEAD_GROUP)
    return Writer(user=user)


def _by_link(traject: Traject, _session: LiveSession, n: int) -> Writer:
    guest = ParticipantFactory(traject=traject, name=f"Gast {n}")
    PersonalLinkFactory(
        participant=guest,
        token_hash=token_hash(guest_token(n)),
        created_at=LONG_AGO,
        opened_at=LONG_AGO,
        expires_at=AT.replace(year=AT.year + 1),
    )
    return Writer(guest=guest)


def _by_seat(_traject: Traject, session: LiveSession, n: int) -> Writer:
    token = seat_hash(seat_token(n), session_pk=session.pk)
    return Writer(seat=SeatFactory(session=session, name=f"Gsm {n}", token_hash=token))


def guest_token(n: int) -> str:
    return f"link-of-sender-{n}"


def seat_token(n: int) -> str:
    return f"seat-of-sender-{n}"


def jpeg(number: int) -> bytes:
    """Another picture for each number, and of another weight."""
    content = BytesIO()
    _drawn(number).save(content, "JPEG")
    return content.getvalue()


def upload(number: int) -> SimpleUploadedFile:
    content = BytesIO()
    _drawn(number).save(content, "PNG")
    return SimpleUploadedFile(f"{number}.png", content.getvalue(), content_type="image/png")


def _drawn(number: int) -> Image.Image:
    side = 8 + number % 24
    return Image.frombytes("RGB", (side, side), Random(number).randbytes(side * side * 3))
