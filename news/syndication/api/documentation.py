"""/api/v1/docs: the contract as a page in Vietnamese, written by the server.

Django Ninja's own page is Swagger UI: English, 1.7 MB of scripts, and from a foreign host unless
"ninja" is an installed app. A reader of ours needs a table and an address to click.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

EXAMPLES = {
    "/articles/": "?limit=2",
    "/search/": "?q=thi+%C4%91ua",
    "/awards/titles/": "?kind=commendation",
    "/awards/grants/": "?limit=2",
    "/awards/summary/": "?group_by=year",
    "/people/": "?as_of=2024-02-29",
    "/organisations/": "?kind=department&limit=2",
    "/clusters/": "?as_of=2024-02-29",
    "/provinces/": "?as_of=2025-06-30",
    "/provinces/resolve/": "?name=B%E1%BA%AFc+K%E1%BA%A1n&date=2024-02-29",
}

SAID_ONCE = (304, 401, 403, 412, 429, 500)  # the same of every operation

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    required: bool
    description: str


@dataclass(frozen=True)
class Answer:
    status: str
    kinds: list[str]  # names of objects; "object" is one without a description
    other_format: str


@dataclass(frozen=True)
class Operation:
    subject: str
    method: str
    path: str
    summary: str
    description: str
    example: str
    parameters: list[Field]
    answers: list[Answer]


@dataclass(frozen=True)
class Object:
    name: str
    description: str
    fields: list[Field]


class Documentation(DocsBase):
    @method_decorator(require_safe)
    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        schema = api.get_openapi_schema()
        root = reverse(f"{api.urls_namespace}:api-root").rstrip("/")
        context = {
            "api": api,
            "openapi_url": self.get_openapi_url(api, kwargs),
            "operations": list(_operations(schema, root)),
            "objects": list(_objects(schema)),
        }
        return render(request, "syndication/documentation.html", context)


def _operations(schema: Schema, root: str) -> Iterator[Operation]:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            example = EXAMPLES.get(path.removeprefix(root))
            yield Operation(
                subject=operation["tags"][0],
                method=method.upper(),
                path=path,
                summary=operation["summary"],
                description=operation.get("description", "").replace("`", ""),
                example=f"{path}{example}" if example else "",
                parameters=[_parameter(each) for each in operation["parameters"]],
                answers=[
                    _answer(str(status), answer["content"])
                    for status, answer in operation["responses"].items()
                    if status not in SAID_ONCE
                ],
            )


def _answer(status: str, content: Schema) -> Answer:
    first, *others = content.values()
    return Answer(status, _kind(first["schema"]).split(" hoặc "), "CSV" if others else "")


def _parameter(parameter: Schema) -> Field:
    schema = parameter["schema"]
    kind = _kind(schema).removesuffix(" hoặc null")
    if "default" in schema:
        kind = f"{kind}, mặc định {schema['default']}"
    return Field(parameter["name"], kind, parameter["required"], parameter.get("description", ""))


def _objects(schema: Schema) -> Iterator[Object]:
    for name, each in schema["components"]["schemas"].items():
        if "properties" not in each:
            continue
        required = each.get("required", [])
        fields = [
            Field(field, _kind(about), field in required, about.get("description", ""))
            for field, about in each["properties"].items()
        ]
        yield Object(name, each.get("description", ""), fields)


def _kind(schema: Schema) -> str:
    """The type in a few words: "string", "[PhotoObject]", "integer hoặc null"."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "enum" in schema:
        return " | ".join(schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    for union in ("anyOf", "oneOf", "allOf"):
        if union in schema:
            return " hoặc ".join(_kind(each) for each in schema[union])
    if schema.get("type") == "array":
        return f"[{_kind(schema['items'])}]"
    return str(schema.get("format") or schema.get("type", "object"))
