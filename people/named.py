"""Persons, bodies and clusters, offered by the search under their names."""

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from search.named import NamedKind, register_named
from search.templatetags.search_tags import known_words, reads_vietnamese, vietnamese

from .models import Cluster, Organisation, Person, Post


def posts_held(person: Person) -> SafeString:
    """Giám đốc Sở Nội vụ; for those who read English by the names written down for them."""
    return format_html_join(", ", "{}", ((_called(post),) for post in person.current_posts[:2]))


def _called(post: Post) -> SafeString | str:
    if reads_vietnamese() or not (post.title_en and post.organisation.name_en):
        return vietnamese(post)
    return f"{post.title_en}, {post.organisation.name_en}"


register_named(
    NamedKind(
        kind="person",
        label="Nhân sự",
        field="full_name",
        queryset=lambda: Person.objects.all(),
        description=posts_held,
        photo_field="portrait",
    )
)
register_named(
    NamedKind(
        kind="organisation",
        label="Cơ quan",
        field="name",
        queryset=lambda: Organisation.objects.all(),
        description=lambda organisation: known_words(organisation.get_kind_display()),
        field_en="name_en",
    )
)
register_named(
    NamedKind(
        kind="cluster",
        label="Cụm thi đua",
        field="name",
        queryset=lambda: Cluster.objects.all(),
        field_en="name_en",
    )
)
