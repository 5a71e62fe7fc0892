"""How often one may try to sign in, so that nobody guesses a password and nobody can lock the owner
out by guessing.

After a successful sign-in the browser gets a signed cookie that names the person and a random
number ("device cookie", OWASP Authentication Cheat Sheet). It ends with the password it was got
with: who changes that because a browser was stolen no longer knows that browser. Tries from such a
browser for that person count in a bucket of that cookie alone. All other tries share the bucket of
the account that they guess at and that of the address they come from. The way in for an owner with
a new browser while somebody is guessing is the link in the mailbox, which passes none of these.
"""

from secrets import token_urlsafe

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.cookies import A_YEAR, set_long_cookie
from accounts.models import User

SALT = "accounts.sign_in_limits"
LIMITS_OF = "allauth.account"


def take_a_try(request: HttpRequest, *, email: str) -> ratelimit.RateLimitUsage | None:
    """None when there are no tries left. A try that succeeded is given back by `rollback()`.

    The key holds no host name, as that of allauth does: `Host: example.be:8001` would give an
    account a bucket more.
    """
    device = _trusted_device(request, email)
    if device:
        action, key = "login_failed_known_browser", f"device {device}"
    else:
        action, key = "login_failed", f"account {email.lower()}"
    return ratelimit.consume(request, app=LIMITS_OF, action=action, key=key)


def trust_browser(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """After a successful sign-in. A known browser keeps its number, and so its bucket."""
    device = _trusted_device(request, user.email) or token_urlsafe(16)
    cookie = signing.dumps([user.pk, device, _proof(user)], salt=SALT)
    set_long_cookie(response, settings.DEVICE_COOKIE_NAME, cookie)


def _trusted_device(request: HttpRequest, email: str) -> str | None:
    """The random number of this browser, if the person with this address signed in on it before."""
    cookie = request.COOKIES.get(settings.DEVICE_COOKIE_NAME, "")
    try:
        pk, device, proof = signing.loads(cookie, salt=SALT, max_age=A_YEAR)
    except (signing.BadSignature, ValueError):  # or of before the proof
        return None
    user = User.objects.filter(pk=pk, email__iexact=email).first()
    return str(device) if user and constant_time_compare(proof, _proof(user)) else None


def _proof(user: User) -> str:
    """Another one after each change of the password, and no help in guessing it."""
    return salted_hmac(SALT, user.get_session_auth_hash()).hexdigest()
