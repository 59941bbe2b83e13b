"""Names in a text, matched with the facts already stored. Only looks up; stores nothing."""

import datetime
import functools

from news.awards.models import AwardTitle
from people.models import Cluster, Organisation, Person, Province
from people.provinces import province_at
from search.vietnamese.normalise import normalise
from search.vietnamese.slugs import vietnamese_slug

from .parsed import ParsedGrant


class Facts:
    """Look-ups for one import run; what thousands of texts ask for is kept for the run."""

    def __init__(self) -> None:
        self.province = functools.lru_cache(maxsize=4096)(province_at)
        self._organisations: dict[str, Organisation] | None = None

    def award_title(self, grant: ParsedGrant, day: datetime.date) -> AwardTitle | None:
        """The title of the law meant by "Bằng khen", decided by "Thủ tướng Chính phủ".

        The longer reading ("Bằng khen của Thủ tướng Chính phủ") is tried first. Among titles
        in force that day only, else among all: an old article may use a later wording.
        """
        for words in (f"{grant.title_text} của {grant.decider_text}", grant.title_text):
            titles = AwardTitle.objects
            called = titles.on(day).called(words) or titles.all().called(words)
            if called:
                return called[0]
        return None

    def organisation(self, name: str) -> Organisation | None:
        """The organisation of that name, former name or alias."""
        if self._organisations is None:
            self._organisations = _organisations_by_name()
        return self._organisations.get(normalise(name))


def organisation_named(name: str) -> Organisation | None:
    return Facts().organisation(name)


def cluster_named(name: str) -> Cluster | None:
    wanted = normalise(name)
    for cluster in Cluster.objects.all():
        if wanted in {normalise(known) for known in (cluster.name, *cluster.aliases)}:
            return cluster
    return None


def person_named(name: str) -> Person | None:
    """The one person of that name; None when there is none, or when there are namesakes."""
    persons = persons_named(name)
    return persons[0] if len(persons) == 1 else None


def persons_named(name: str) -> list[Person]:
    # Slugs are folded, so they find the name however it is typed; then the accents must fit.
    alike = Person.objects.filter(slug__startswith=vietnamese_slug(name))
    return [person for person in alike if normalise(person.full_name) == normalise(name)]


def province_of_organisation(name: str, day: datetime.date) -> Province | None:
    """The province an official name ends with: "Sở Nội vụ tỉnh Bắc Kạn"."""
    for word in (" tỉnh ", " thành phố "):
        _, found, province = name.rpartition(word)
        if found:
            return province_at(province, day)
    return None


def has_name_of_its_own(name: str) -> bool:
    """Whether the words name one body ("Sở Tư pháp") and not a sort of bodies ("HĐND tỉnh")."""
    return any(word[0].isupper() for word in name.split()[1:]) and len(name) > 5


def level_of_organisation(name: str) -> Organisation.Level:
    words = f" {normalise(name)} "
    if name.startswith(("Bộ ", "Chính phủ")) or " Bộ " in name or "trung ương" in words:
        return Organisation.Level.CENTRAL
    if any(f" {unit} " in words for unit in ("xã", "phường", "đặc khu", "thị trấn")):
        return Organisation.Level.COMMUNE
    return Organisation.Level.PROVINCE


def kind_of_organisation(name: str) -> Organisation.Kind:
    """What kind of body an official name begins with."""
    for beginning, kind in _KINDS:
        if normalise(name).startswith(beginning):
            return kind
    return Organisation.Kind.OTHER


_KINDS = [
    ("bộ ", Organisation.Kind.MINISTRY),
    ("ủy ban nhân dân", Organisation.Kind.COMMITTEE),
    ("ubnd", Organisation.Kind.COMMITTEE),
    ("hội đồng", Organisation.Kind.COUNCIL),
    ("sở ", Organisation.Kind.DEPARTMENT),
    ("văn phòng", Organisation.Kind.OFFICE),
    ("phòng ", Organisation.Kind.OFFICE),
    ("trung tâm", Organisation.Kind.UNIT),
    ("tỉnh ủy", Organisation.Kind.PARTY),
    ("đảng ủy", Organisation.Kind.PARTY),
]


def split_post(words: str) -> tuple[str, str] | None:
    """A printed post as title and body: ("Phó Giám đốc", "Sở Nội vụ tỉnh Bắc Kạn").

    None when the words begin with no title we know, or name no body behind it.
    """
    for title in _POST_TITLES:
        if normalise(words).startswith(f"{title} "):
            parts = words.split()
            count = len(title.split())
            return " ".join(parts[:count]), " ".join(parts[count:])
    return None


# The longest first, so that "phó giám đốc" is not read as "phó".
_POST_TITLES = sorted(
    [
        "bí thư",
        "bộ trưởng",
        "bí thư thường trực",
        "chánh thanh tra",
        "chánh văn phòng",
        "chủ nhiệm",
        "chủ tịch",
        "cục trưởng",
        "giám đốc",
        "hiệu trưởng",
        "phó bí thư",
        "phó bí thư thường trực",
        "phó chánh thanh tra",
        "phó chánh văn phòng",
        "phó chủ nhiệm",
        "phó chủ tịch",
        "phó chủ tịch thường trực",
        "phó cục trưởng",
        "phó giám đốc",
        "phó giám đốc thường trực",
        "phó hiệu trưởng",
        "phó trưởng ban",
        "phó trưởng phòng",
        "phó tổng giám đốc",
        "phó viện trưởng",
        "phó vụ trưởng",
        "thứ trưởng",
        "thứ trưởng thường trực",
        "trưởng ban",
        "trưởng phòng",
        "tổng giám đốc",
        "ủy viên",
        "ủy viên thường trực",
        "viện trưởng",
        "vụ trưởng",
    ],
    key=len,
    reverse=True,
)


def _organisations_by_name() -> dict[str, Organisation]:
    """Present names win over former names and aliases, living bodies over dissolved ones."""
    found: dict[str, Organisation] = {}
    organisations = Organisation.objects.prefetch_related("former_names")
    for organisation in sorted(organisations, key=lambda body: body.dissolved_on is None):
        others = [former.name for former in organisation.former_names.all()]
        for name in (*organisation.aliases, *others):
            found.setdefault(normalise(name), organisation)
    for organisation in sorted(organisations, key=lambda body: body.dissolved_on is None):
        found[normalise(organisation.name)] = organisation
    return found
