"""From a pasted list to invitations: the text, and then a row per person to look over."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.forms.formsets import BaseFormSet
from django.forms.renderers import get_default_renderer
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from accounts.actions.invitations import Invitee
from accounts.fields import LineField, PlainTextField, length_of
from accounts.forms.invitations import TAKEN, EmailField, language_field
from accounts.layouts import one_button
from accounts.models import Department, Invitation, Organisation, Role
from accounts.pasted_people import MAX_CHARACTERS, MAX_PEOPLE, PastedLine, Problem, read_people
from accounts.queries.invitations import taken_addresses

SHOWN_OF_A_LINE = 60  # characters: enough to recognise it

PROBLEMS: dict[Problem, Promise] = {
    Problem.NO_ADDRESS: _("Line %(number)d has no e-mail address: “%(text)s”."),
    Problem.WRONG_ADDRESS: _(
        "The e-mail address on line %(number)d is not right, or not whole: “%(text)s”."
    ),
    Problem.TWO_ADDRESSES: _(
        "Line %(number)d has more than one e-mail address: “%(text)s”. Put every person on a line."
    ),
    Problem.TWICE: _("%(email)s stands in the list twice, again on line %(number)d."),
    Problem.UNKNOWN_ROLE: _(
        "The role on line %(number)d is not one of ours: “%(text)s”. Choose one below."
    ),
    Problem.TOO_MANY: _(
        "A list holds %(most)d people at most, so that you can look it over. Nothing was read from "
        "line %(number)d on. Invite these first, and then the rest."
    ),
    Problem.TOO_LONG: _(
        "This text is too long to be a list of people: it may have %(characters)d characters. "
        "Paste only names and e-mail addresses, of %(most)d people at most."
    ),
    Problem.NOT_TEXT: _(
        "This is not text, but perhaps a file. Open it, copy the cells and paste those here."
    ),
}


def problem_sentences(lines: Iterable[PastedLine]) -> list[str]:
    return [
        PROBLEMS[line.problem]
        % {
            "number": line.number,
            "text": Truncator(line.text).chars(SHOWN_OF_A_LINE),
            "email": line.email,
            "most": MAX_PEOPLE,
            "characters": MAX_CHARACTERS,
        }
        for line in lines
        if line.problem
    ]


class PastedForm(forms.Form):
    pasted = PlainTextField(
        label=_("Your list"),
        help_text=_(
            "One person per line: name, e-mail address, and if you like role and department. Copy "
            "the columns of a spreadsheet, or the addresses of a mail."
        ),
        required=True,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
        error_messages={"required": _("Paste a list first.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("look", _("Look the list over")))

    def clean_pasted(self) -> str:
        """A list without a single person says what is wrong with it."""
        text = str(self.cleaned_data["pasted"])
        self.lines = read_people(text)
        if not any(line.is_person for line in self.lines):
            raise forms.ValidationError(
                problem_sentences(self.lines)
                or [str(_("There is no e-mail address in this list."))]
            )
        return text


class PersonForm(forms.Form):
    """One row of the list; a row that is left out may hold anything."""

    name = LineField(label=_("Name"), max_length=length_of(Invitation, "name"))
    email = EmailField()
    role = forms.ChoiceField(
        label=_("Role"),
        choices=lambda: [("", _("choose")), *Role.choices],
        error_messages={"required": _("Choose a role.")},
    )
    department = LineField(
        label=_("Department"),
        max_length=length_of(Department, "name"),
        required=False,
        widget=forms.TextInput(attrs={"list": "departments", "autocomplete": "off"}),
    )
    leave_out = forms.BooleanField(label=_("Leave out"), required=False)

    def __init__(
        self,
        *args: Any,
        departments: frozenset[str],
        line: PastedLine | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.departments, self.line = departments, line

    @property
    def is_left_out(self) -> bool:
        return bool(self["leave_out"].value())

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and self.is_left_out:
            self.errors.clear()

    @property
    def makes_department(self) -> bool:
        """Whether this department does not exist yet, as far as can be seen."""
        typed = str(self["department"].value() or "").strip()
        return bool(typed) and typed.casefold() not in self.departments


class PeopleFormSet(BaseFormSet):
    """The rows, with what the organisation knows about each address."""

    form = PersonForm
    renderer = get_default_renderer()
    extra = min_num = 0
    max_num = absolute_max = MAX_PEOPLE
    validate_max = True
    validate_min = can_order = can_delete = can_delete_extra = False
    forms: list[PersonForm]

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        organisation: Organisation,
        at: datetime,
        lines: Sequence[PastedLine] = (),
    ) -> None:
        self.organisation, self.at = organisation, at
        self.people = [line for line in lines if line.is_person]
        self.taken = taken_addresses(organisation, _addresses(self.people), at=at)
        names = organisation.departments.values_list("name", flat=True)
        self.departments = list(names)
        super().__init__(
            data,
            prefix="person",
            initial=[self._initial(line) for line in self.people],
            form_kwargs={"departments": frozenset(map(str.casefold, names))},
            error_messages={
                "missing_management_form": str(
                    _("This page is incomplete. Look the list over again.")
                )
            },
        )

    def _initial(self, line: PastedLine) -> dict[str, Any]:
        is_role_known = line.problem != Problem.UNKNOWN_ROLE
        return {
            "name": line.name,
            "email": line.email.lower(),
            "role": line.role or (Role.CONTRIBUTOR if is_role_known else ""),
            "department": line.department,
            "leave_out": line.email.lower() in self.taken,
        }

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        kwargs = super().get_form_kwargs(index)
        line = self.people[index] if index is not None and index < len(self.people) else None
        return {**kwargs, "line": line, "empty_permitted": False, "use_required_attribute": False}

    def clean(self) -> None:
        """An address stands in one row, and belongs to nobody who is in or asked already."""
        rows = [row for row in self.forms if not row.is_left_out and "email" in row.cleaned_data]
        emails = [row.cleaned_data["email"] for row in rows]
        self.taken = taken_addresses(self.organisation, emails, at=self.at)
        for i, (row, email) in enumerate(zip(rows, emails, strict=True)):
            if email in self.taken:
                row.add_error("email", str(TAKEN[self.taken[email]]))
            elif email in emails[:i]:
                row.add_error("email", _("This address stands in the list twice."))
        if self.management_form.is_valid() and all(row.is_left_out for row in self.forms):
            raise forms.ValidationError(_("Everybody is left out. Leave at least one person in."))

    @property
    def invitees(self) -> list[Invitee]:
        return [
            Invitee(**{name: row.cleaned_data[name] for name in Invitee.__dataclass_fields__})
            for row in self.forms
            if not row.is_left_out
        ]


def _addresses(lines: Iterable[PastedLine]) -> list[str]:
    return [line.email.lower() for line in lines]


class LanguageForm(forms.Form):
    language = language_field()
