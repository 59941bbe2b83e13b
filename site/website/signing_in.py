"""The forms at the doors: of the admin, of pages for those with an account, of what has a password.

Nobody may guess for long: what goes wrong is counted, and from some number on nothing is tried. Nor may
anybody have an editor buried in letters.
"""

import hashlib
import math
from collections.abc import Callable, Iterator
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm
from wagtail.forms import PasswordViewRestrictionForm

from news.syndication.portals.callers import caller
from news.syndication.portals.limits import give_back, take_one

MINUTE = 60
MOST_OF_ONE = (5, 15 * MINUTE)  # wrong ones for one account or password, of one address
MOST_OF_ALL = (50, 60 * MINUTE)  # of one address
MOST_LETTERS_TO_ONE = (3, 60 * MINUTE)  # with a new password, to one account
MOST_LETTERS_ASKED = (20, 60 * MINUTE)  # from one address


class Tries:
    """Of one caller at one door. Taken before it is looked at, so that many at once are no more."""

    def __init__(self, request: HttpRequest, door: str) -> None:
        whose, which = caller(request), hashlib.blake2b(door.encode(), digest_size=16).hexdigest()
        self._limits = {f"door:{whose}:{which}": MOST_OF_ONE, f"doors:{whose}": MOST_OF_ALL}

    def take(self) -> int:
        """One more; 0, or the seconds to wait when it is one too many."""
        for who, (most, each) in self._limits.items():
            allowance = take_one(who, most, each)
            if allowance and allowance.is_used_up:
                return allowance.seconds
        return 0

    def give_back(self) -> None:
        """It was right, and does not count."""
        for who, (_most, each) in self._limits.items():
            give_back(who, each)


def too_many(seconds: int) -> str:
    minutes = math.ceil(seconds / MINUTE)
    return ngettext(
        "Đã có quá nhiều lần gõ sai. Xin chờ %(minutes)s phút rồi thử lại.",
        "Đã có quá nhiều lần gõ sai. Xin chờ %(minutes)s phút rồi thử lại.",
        minutes,
    ) % {"minutes": minutes}


class FewTries:
    """Whether there is such an account makes no difference to what is said, or when."""

    request: Any  # the forms beside it say what it is
    cleaned_data: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        name, password = (self.cleaned_data.get(field) for field in ("username", "password"))
        if not name or not password:
            return self.cleaned_data
        tries = Tries(self.request, f"account:{name.casefold()}")
        wait = tries.take()
        if wait:
            raise ValidationError(too_many(wait), code="too_many")
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        tries.give_back()
        return cleaned


class ReaderSignInForm(FewTries, AuthenticationForm):
    """Before pages for those with an account."""


class SignInForm(FewTries, LoginForm):
    """Wagtail gives the password no label, so its name in the code would stand there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = gettext_lazy("Password")


class NewPasswordForm(PasswordResetForm):
    """Letters that lead to a new password. Who asks for too many reads the same, and none leaves."""

    def save(self, *args: Any, request: HttpRequest, **options: Any) -> None:
        if _is_one_more(f"letters-asked:{caller(request)}", MOST_LETTERS_ASKED):
            super().save(*args, request=request, **options)

    def get_users(self, email: str) -> Iterator[Any]:
        for user in super().get_users(email):
            if _is_one_more(f"letters-to:{user.pk}", MOST_LETTERS_TO_ONE):
                yield user


def _is_one_more(who: str, limit: tuple[int, int]) -> bool:
    allowance = take_one(who, *limit)
    return not (allowance and allowance.is_used_up)


def few_tries(open_door: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Wagtail's view that takes the password of a page or document, which lets people guess."""

    @wraps(open_door)
    def view(request: HttpRequest, restriction: int, **page: int) -> HttpResponseBase:
        if request.method != "POST":
            return open_door(request, restriction, **page)
        tries = Tries(request, f"{open_door.__module__}:{restriction}")
        wait = tries.take()
        if wait:
            return _wait_at_the_door(request, wait)
        response = open_door(request, restriction, **page)
        if response.status_code == HTTPStatus.FOUND:
            tries.give_back()
        return response

    return view


def _wait_at_the_door(request: HttpRequest, seconds: int) -> HttpResponseBase:
    where = {"return_url": request.POST.get("return_url", "")}
    response = render(
        request,
        "wagtailcore/password_required.html",
        {
            "form": PasswordViewRestrictionForm(instance=None, initial=where),
            "action_url": request.path,
            "refused": too_many(seconds),
        },
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    response["Retry-After"] = str(seconds)
    return response
