"""Persons, bodies and clusters, offered by the search under their names."""

from search.named import NamedKind, register_named

from .models import Cluster, Organisation, Person

register_named(
    NamedKind(
        kind="person",
        label="Nhân sự",
        field="full_name",
        queryset=lambda: Person.objects.all(),
        description=lambda person: ", ".join(map(str, person.current_posts[:2])),
    )
)
register_named(
    NamedKind(
        kind="organisation",
        label="Cơ quan",
        field="name",
        queryset=lambda: Organisation.objects.all(),
        description=lambda organisation: organisation.get_kind_display(),
    )
)
register_named(
    NamedKind(
        kind="cluster", label="Cụm thi đua", field="name", queryset=lambda: Cluster.objects.all()
    )
)
