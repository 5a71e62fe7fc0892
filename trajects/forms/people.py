"""What one fills in about who takes part in a traject."""

from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from accounts.forms.invitations import EmailField
from accounts.layouts import one_button
from accounts.models import Membership
from trajects.actions.people import Person
from trajects.models import Part, Participant, Traject
from trajects.parts import LINK_MEANINGS
from trajects.queries.people import Taken, members_without_part, taken_address

TAKEN: dict[str, Promise] = {
    Taken.THERE: _("Somebody with this address is on this list already."),
    Taken.MEMBER: _(
        "This person is a member of your organisation. Tick the name in the list of members."
    ),
}
# Who is of no use to the traject without an address.
NEEDS_ADDRESS = (Part.MODERATOR, Part.COLLEAGUE)


class MembersForm(forms.Form):
    """Members of the organisation, to tick. `choices` is empty when all have this part."""

    def __init__(self, *args: Any, traject: Traject, part: Part) -> None:
        super().__init__(*args)
        self.traject = traject
        self.members = members_without_part(traject, part)
        self.fields["members"] = forms.MultipleChoiceField(
            label=_("Members of your organisation"),
            choices=[(str(member.pk), _called(member)) for member in self.members],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Tick at least one person.")},
        )
        self.helper = one_button(Submit("choose", _("Add who is ticked")))

    @property
    def membership_pks(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["members"]]


def _called(member: Membership) -> str:
    if member.department is None:
        return member.user.name
    return format_html('{} <span class="soft">{}</span>', member.user.name, member.department.name)


class PersonForm(forms.Form):
    """Somebody without an account. `participant` is who is changed; of somebody with an account
    only function and department are asked."""

    name = LineField(
        label=_("Name"),
        max_length=length_of(Participant, "name"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = EmailField()
    function = LineField(
        label=_("Function"), max_length=length_of(Participant, "function"), required=False
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        traject: Traject,
        part: Part,
        participant: Participant | None = None,
        beside_members: bool = False,
    ) -> None:
        super().__init__(data, initial=_initial(participant))
        self.traject, self.part, self.participant = traject, part, participant
        self.fields["email"].required = part in NEEDS_ADDRESS
        self.fields["email"].help_text = str(LINK_MEANINGS[part])
        self.fields["department"] = forms.ModelChoiceField(
            traject.organisation.departments.all(),
            label=_("Department"),
            required=False,
            empty_label=_("No department"),
        )
        if participant and participant.user:
            del self.fields["name"], self.fields["email"]
        if part == Part.MODERATOR:
            del self.fields["department"]
        words = _("Save the changes") if participant else _("Add this person")
        button = Submit("save", words)
        if beside_members:
            button.field_classes = "btn btn-secondary"  # ticking them is the one way on
        self.helper = one_button(button)

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if not email or (self.participant and email == self.participant.email):
            return email
        pk = self.participant.pk if self.participant else None
        taken = taken_address(self.traject, self.part, email, apart_from=pk)
        if taken:
            raise forms.ValidationError(str(TAKEN[taken]))
        return email

    @property
    def person(self) -> Person:
        cleaned = self.cleaned_data
        return Person(
            name=cleaned.get("name", ""),
            email=cleaned.get("email", ""),
            function=cleaned["function"],
            department=cleaned.get("department"),
        )


def _initial(participant: Participant | None) -> dict[str, object]:
    if participant is None:
        return {}
    return {
        "name": participant.name,
        "email": participant.email,
        "function": participant.function,
        "department": participant.department_id,
    }
