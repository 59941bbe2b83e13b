"""Query parameters of our API: the declared ones and no others, each given once."""

import datetime
import re
from collections.abc import Callable, Container, Iterable
from typing import Annotated, Any

from django.http import QueryDict
from ninja import Schema
from ninja.errors import ValidationError
from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError, core_schema
from wagtail.coreutils import get_content_languages

NO_DATE = (
    "phải là một ngày có thật, viết như 2024-02-29",
    "must be a date that exists, written as 2024-02-29",
)
NO_NUMBER = ("phải là một số nguyên", "must be a whole number")
NUMBER = re.compile(r"-?\d+", re.ASCII)
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Parameters(Schema):
    """Base of an operation's parameters.

    A name nobody declared is refused: a portal that misspells `section` must not be given
    the articles of all sections.
    """

    @model_validator(mode="before")
    @classmethod
    def refuse_what_is_not_declared(cls, values: Any, info: ValidationInfo) -> Any:
        refuse_parameters((info.context or {})["request"].GET, but=cls.names())
        return values

    @classmethod
    def names(cls) -> Container[str]:
        return cls.model_fields


def refuse_parameters(given: QueryDict, but: Container[str] = ()) -> None:
    """Those that are not declared, and those that are given twice."""
    errors = [_error("unknown", name) for name in given if name not in but]
    errors += [_error("repeated", name) for name in given if len(given.getlist(name)) > 1]
    if errors:
        raise ValidationError(errors)


def refused(vietnamese: str, english: str) -> PydanticCustomError:
    """Why a value is not taken, for a validator to raise: both go on after the parameter's name."""
    return PydanticCustomError(
        "refused", "{vietnamese}", {"vietnamese": vietnamese, "english": english}
    )


def wrong_value(name: str, vietnamese: str, english: str) -> ValidationError:
    """Of a value that only the database knows to be none; both go on after the parameter's name."""
    said = {"vietnamese": vietnamese, "english": english}
    return ValidationError([{**_error("refused", name), "ctx": said}])


def one_of(names: Iterable[str]) -> PydanticCustomError:
    return refused(*one_of_words(names))


def one_of_words(names: Iterable[str]) -> tuple[str, str]:
    known = ", ".join(names)
    return f"chỉ nhận một trong: {known}", f"must be one of: {known}"


def _error(kind: str, name: str) -> dict[str, Any]:
    return {"type": kind, "loc": ("query", name)}


class OneOf:
    """That a word is one of those known now, which the description lists."""

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        self._known = known

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self._of_these, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "enum": [*self._known()]}

    def _of_these(self, word: str) -> str:
        known = [*self._known()]
        if word not in known:
            raise one_of(known)
        return word


def _written_date(value: Any) -> Any:
    """Pydantic would also take a number of seconds for a date."""
    if not (isinstance(value, str) and DATE.fullmatch(value)):
        raise refused(*NO_DATE)
    return value


def _readable(text: str) -> str:
    """Where bytes were no letters Django has put a sign in their place."""
    if "\x00" in text or "\ufffd" in text:
        raise refused("có ký tự không đọc được", "has characters that cannot be read")
    return text


def _written_number(value: Any) -> Any:
    """Pydantic would also take “+5”, “ 5” and “5.0”."""
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise refused(*NO_NUMBER)
    return value


ContentLanguage = Annotated[str, OneOf(get_content_languages)]
Day = Annotated[datetime.date, BeforeValidator(_written_date)]
Number = Annotated[int, BeforeValidator(_written_number)]
# Its ends first: behind a validator the description does not know them for those of a number.
Year = Annotated[int, Field(ge=1900, le=2100), BeforeValidator(_written_number)]
FreeText = Annotated[str, AfterValidator(_readable)]
