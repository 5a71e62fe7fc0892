"""What one person is in one traject. Who somebody is, is read anew by every request, and once more
under the lock of what is changed."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from accounts.models import Membership, Role, User
from trajects.models import LiveSession, Part, Participant, Traject
from trajects.queries.prepared import Number, Prepared


@dataclass(frozen=True)
class Standing:
    """What one person is in one traject at this moment. Being in the lead group takes a membership
    of the organisation; moderating does not, unless a member was chosen for it."""

    role: Role | None
    parts: frozenset[Part]

    @property
    def may_read(self) -> bool:
        """The traject at all; for everybody else it does not exist. `Traject.of_person` lists the
        same ones."""
        return self.role is not None or self.may_moderate

    @property
    def may_coordinate(self) -> bool:
        """People, scan, what comes in for the photo."""
        return self.role == Role.COORDINATOR

    @property
    def may_answer(self) -> bool:
        """The scan of the organisation, and see what a running one comes to so far."""
        return self.role in (Role.COORDINATOR, Role.CONTRIBUTOR)

    @property
    def may_moderate(self) -> bool:
        """The notes of the moderator, and later the sessions."""
        return Part.MODERATOR in self.parts

    @property
    def may_lead(self) -> bool:
        """Meetings, agreements, and saying that a step is done."""
        return self.may_coordinate or self.may_moderate

    @property
    def is_in_lead_group(self) -> bool:
        return Part.LEAD_GROUP in self.parts and self.role is not None

    @property
    def may_dream(self) -> bool:
        """Dream images, stars, goals and remarks: the lead group and who leads it."""
        return self.may_lead or self.is_in_lead_group

    @property
    def may_contribute(self) -> bool:
        """Add to the local photo: everybody who does not only read."""
        return self.may_lead or self.is_in_lead_group or self.role == Role.CONTRIBUTOR


def standing_of(user: User, traject: Traject) -> Standing:
    return standings_of(user, [traject])[traject.pk]


def standings_of(user: User, trajects: Collection[Traject]) -> dict[int, Standing]:
    """Two queries, whatever the number of trajects. What a member was chosen for ends with the
    membership."""
    organisations = {traject.organisation_id for traject in trajects}
    mine = Membership.objects.filter(user_id=user.pk, organisation__in=organisations)
    roles = {pk: Role(role) for pk, role in mine.values_list("organisation_id", "role")}
    taken = Participant.objects.filter(user_id=user.pk, traject__in=trajects)
    parts = list(taken.values_list("traject_id", "part", "as_member"))
    return {
        traject.pk: Standing(
            role=roles.get(traject.organisation_id),
            parts=frozenset(
                Part(part)
                for pk, part, as_member in parts
                if pk == traject.pk and (not as_member or traject.organisation_id in roles)
            ),
        )
        for traject in trajects
    }


def standing_at(user: User, *, traject_pk: int, session_pk: int) -> Standing | None:
    """As `standing_of`, but for the lead group, which has no screen of its own; None when the
    traject has no such session. For what is asked every few seconds: one query, prepared."""
    row = AT_SESSION.first(user=user.pk, traject=traject_pk, session=session_pk)
    if row is None:
        return None
    parts = frozenset({Part.MODERATOR}) if row["moderates"] else frozenset()
    return Standing(role=Role(row["role"]) if row["role"] else None, parts=parts)


def _at_session() -> QuerySet[LiveSession, Any]:
    mine = Membership.objects.filter(
        user=Number("user"), organisation=OuterRef("traject__organisation")
    )
    moderates = Participant.objects.taking_part().filter(
        user=Number("user"), traject=OuterRef("traject"), part=Part.MODERATOR
    )
    sessions = LiveSession.objects.filter(pk=Number("session"), traject=Number("traject"))
    return sessions.order_by().annotate(
        role=Subquery(mine.values("role")), moderates=Exists(moderates)
    )


AT_SESSION = Prepared(_at_session, ("role", "moderates"))
