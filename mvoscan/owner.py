"""Who runs this installation and what they say of its accessibility, from the environment.

Everything may stay empty: the pages then say so. What is filled in wrong stops the start.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import URLValidator, validate_email
from environ import Env

STATUSES = ("full", "partial", "none")
METHODS = ("self", "external")
BETWEEN_LIMITATIONS = "|"
# Where a day begins first: a server that counts in another zone does not refuse today.
EASTERNMOST = timezone(timedelta(hours=14))
OMBUDSMAN = ("Vlaamse Ombudsdienst", "https://www.vlaamseombudsdienst.be/")


@dataclass(frozen=True)
class Owner:
    """`privacy_email` and `security_email` are the general address where they have no own one."""

    name: str
    email: str
    phone: str
    privacy_email: str
    security_email: str

    @property
    def can_be_reached(self) -> bool:
        return bool(self.email or self.phone)


@dataclass(frozen=True)
class AccessibilityStatement:
    """What Implementing Decision (EU) 2018/1523 asks for. `checked_on` is empty until the owner
    of the installation has checked it."""

    status: str
    checked_on: date | None
    method: str
    limitations: tuple[str, ...]
    enforcement_name: str
    enforcement_url: str


def read_owner(env: Env) -> Owner:
    email = _checked(env, "CONTACT_EMAIL", validate_email, "an e-mail address")
    return Owner(
        name=_line(env, "CONTACT_NAME"),
        email=email,
        phone=_line(env, "CONTACT_PHONE"),
        privacy_email=_checked(env, "PRIVACY_EMAIL", validate_email, "an e-mail address") or email,
        security_email=_checked(env, "SECURITY_EMAIL", validate_email, "an e-mail address")
        or email,
    )


def read_accessibility(env: Env) -> AccessibilityStatement:
    limitations = env.str("ACCESSIBILITY_LIMITATIONS", default="").split(BETWEEN_LIMITATIONS)
    enforcement_name, enforcement_url = _enforcement(env)
    statement = AccessibilityStatement(
        status=_one_of(env, "ACCESSIBILITY_STATUS", STATUSES, default="partial"),
        checked_on=_day(env, "ACCESSIBILITY_CHECKED_ON"),
        method=_one_of(env, "ACCESSIBILITY_METHOD", METHODS, default="self"),
        limitations=tuple(text.strip() for text in limitations if text.strip()),
        enforcement_name=enforcement_name,
        enforcement_url=enforcement_url,
    )
    if statement.status == "full" and statement.limitations:
        raise ImproperlyConfigured(
            "ACCESSIBILITY_STATUS is full, but ACCESSIBILITY_LIMITATIONS names what is not."
        )
    if statement.status == "full" and not statement.checked_on:
        raise ImproperlyConfigured(
            "ACCESSIBILITY_STATUS is full: say in ACCESSIBILITY_CHECKED_ON when that was checked."
        )
    return statement


def _enforcement(env: Env) -> tuple[str, str]:
    """The name and the site of who hears complaints; they belong together."""
    name = _line(env, "ACCESSIBILITY_ENFORCEMENT_NAME")
    url = _checked(
        env,
        "ACCESSIBILITY_ENFORCEMENT_URL",
        URLValidator(schemes=["https"]),
        "an address that starts with https://",
    )
    if url and not name:
        raise ImproperlyConfigured(
            "ACCESSIBILITY_ENFORCEMENT_URL needs ACCESSIBILITY_ENFORCEMENT_NAME beside it."
        )
    return (name, url) if name else OMBUDSMAN


def _line(env: Env, name: str) -> str:
    value = env.str(name, default="").strip()
    if not value.isprintable():
        raise ImproperlyConfigured(f"{name} must be one line of text.")
    return value


def _checked(env: Env, name: str, validate: Callable[[str], object], what: str) -> str:
    value = _line(env, name)
    try:
        if value:
            validate(value)
    except ValidationError as error:
        raise ImproperlyConfigured(f"{name} must be {what}, not {value!r}.") from error
    return value


def _one_of(env: Env, name: str, allowed: tuple[str, ...], default: str) -> str:
    value = _line(env, name) or default
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def _day(env: Env, name: str) -> date | None:
    value = _line(env, name)
    try:
        day = date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name} must be a date such as 2026-03-31, not {value!r}."
        ) from error
    if day and day > datetime.now(EASTERNMOST).date():
        raise ImproperlyConfigured(f"{name} must be a day that has come, not {value!r}.")
    return day
