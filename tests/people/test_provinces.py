"""Both lists of provinces, what became of each in 2025, and which one a name meant on a day."""

import datetime
import unicodedata

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse

from people.models import Province, ProvinceSuccession
from people.provinces import province_at, province_now

pytestmark = pytest.mark.django_db

LAST_OLD_DAY = datetime.date(2025, 6, 30)
FIRST_NEW_DAY = datetime.date(2025, 7, 1)
IN_2024 = datetime.date(2024, 2, 29)


def key_of(name: str, day: datetime.date) -> str | None:
    province = province_at(name, day)
    return province.key if province else None


@pytest.mark.parametrize(
    ("day", "number"),
    [(IN_2024, 63), (LAST_OLD_DAY, 63), (FIRST_NEW_DAY, 34), (datetime.date(2030, 1, 1), 34)],
)
def test_there_are_63_provinces_until_june_2025_and_34_after(day, number):
    assert Province.objects.on(day).count() == number


def test_every_old_province_has_exactly_one_successor_among_the_new():
    old = Province.objects.on(LAST_OLD_DAY)
    assert all(province.successors.count() == 1 for province in old)
    assert set(Province.objects.filter(origins__isnull=False).distinct()) == set(
        Province.objects.on(FIRST_NEW_DAY)
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("vn63-bac-kan", "vn34-thai-nguyen", "merged_away"),
        ("vn63-thai-nguyen", "vn34-thai-nguyen", "merged"),
        ("vn63-cao-bang", "vn34-cao-bang", "continued"),
        ("vn63-yen-bai", "vn34-lao-cai", "merged_away"),
        ("vn63-kon-tum", "vn34-quang-ngai", "merged_away"),
    ],
)
def test_what_became_of_a_province_says_how_and_by_which_act(old, new, kind):
    succession = ProvinceSuccession.objects.get(predecessor__key=old)
    assert (succession.successor.key, succession.kind) == (new, kind)
    assert succession.on == FIRST_NEW_DAY
    assert succession.legal_act == "Nghị quyết 202/2025/QH15"


def test_bac_kan_is_thai_nguyen_now_and_a_new_province_is_itself():
    bac_kan = Province.objects.get(key="vn63-bac-kan")
    thai_nguyen = Province.objects.get(key="vn34-thai-nguyen")
    assert province_now(bac_kan) == thai_nguyen
    assert province_now(thai_nguyen) == thai_nguyen


@pytest.mark.parametrize(
    ("name", "day", "key"),
    [
        ("Bắc Kạn", IN_2024, "vn63-bac-kan"),
        ("Bắc Kạn", LAST_OLD_DAY, "vn63-bac-kan"),
        ("Bắc Kạn", FIRST_NEW_DAY, None),
        ("Thái Nguyên", LAST_OLD_DAY, "vn63-thai-nguyen"),
        ("Thái Nguyên", FIRST_NEW_DAY, "vn34-thai-nguyen"),
    ],
)
def test_a_name_means_the_province_that_bore_it_that_day(name, day, key):
    assert key_of(name, day) == key


@pytest.mark.parametrize(
    "name",
    [
        "Hòa Bình",
        "Hoà Bình",
        "tỉnh Hoà Bình",
        "TỈNH HÒA BÌNH",
        "  Hòa\u00a0Bình ",
        "hoa binh",
        "tinh hoa binh",
        unicodedata.normalize("NFD", "Hoà Bình"),
    ],
)
def test_tone_placement_case_spaces_and_missing_accents_do_not_matter(name):
    assert key_of(name, IN_2024) == "vn63-hoa-binh"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Bắc Cạn", "vn63-bac-kan"),
        ("Đắc Lắc", "vn63-dak-lak"),
        ("Đăk Lăk", "vn63-dak-lak"),
        ("Kontum", "vn63-kon-tum"),
        ("Thủ đô Hà Nội", "vn63-ha-noi"),
        ("TP.HCM", "vn63-ho-chi-minh"),
        ("tphcm", "vn63-ho-chi-minh"),
        ("TP. Hồ Chí Minh", "vn63-ho-chi-minh"),
        ("Sài Gòn", "vn63-ho-chi-minh"),
        ("Thừa Thiên – Huế", "vn63-hue"),
        ("Bà Rịa – Vũng Tàu", "vn63-ba-ria-vung-tau"),
        ("Bà Rịa-Vũng Tàu", "vn63-ba-ria-vung-tau"),
    ],
)
def test_other_ways_of_writing_a_name_are_known(name, key):
    assert key_of(name, IN_2024) == key


@pytest.mark.parametrize("name", ["", "   ", "tỉnh", "Hà Năm", "Đà Nang", "Bắc Kạn cũ", "06", "%"])
def test_what_is_no_province_is_none(name):
    assert province_at(name, IN_2024) is None


def test_every_name_and_alias_of_both_lists_is_found_with_and_without_accents():
    for day in (LAST_OLD_DAY, FIRST_NEW_DAY):
        for province in Province.objects.on(day):
            for name in (province.name, province.full_name, *province.aliases):
                assert province_at(name, day) == province, name


def test_every_province_has_an_english_name_without_accents():
    assert not [p.name for p in Province.objects.all() if not p.name_en or not p.name_en.isascii()]
    assert Province.objects.get(key="vn63-dak-lak").name_en == "Dak Lak"


def test_a_code_that_changed_owner_is_told_apart_by_the_day():
    holders = {p.valid_to is None: p.name for p in Province.objects.filter(code="15")}
    assert holders == {False: "Yên Bái", True: "Lào Cai"}


def test_seven_codes_changed_owner_in_2025():
    old = dict(Province.objects.on(LAST_OLD_DAY).values_list("code", "name"))
    new = dict(Province.objects.on(FIRST_NEW_DAY).values_list("code", "name"))
    moved = {code for code in new if code in old and old[code] != new[code]}
    assert moved == {"15", "24", "44", "52", "80", "82", "91"}


def test_an_old_province_says_until_when_it_was_one():
    assert str(Province.objects.get(key="vn63-bac-kan")) == "Tỉnh Bắc Kạn (đến 30/06/2025)"
    assert str(Province.objects.get(key="vn34-thai-nguyen")) == "Tỉnh Thái Nguyên"


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "06", "valid_to": LAST_OLD_DAY},
        {"code": "19"},
        {"code": "97", "valid_from": FIRST_NEW_DAY, "valid_to": LAST_OLD_DAY},
    ],
    ids=["a code twice in the old list", "a code twice now", "an end before the beginning"],
)
def test_the_database_refuses_a_province_that_cannot_be(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Province.objects.create(
            key="thu", name="Thử", name_en="Thu", full_name="Tỉnh Thử", kind="province", **fields
        )


def test_the_database_refuses_a_province_that_succeeds_itself_or_twice():
    bac_kan = Province.objects.get(key="vn63-bac-kan")
    for successor in (bac_kan, Province.objects.get(key="vn34-thai-nguyen")):
        with pytest.raises(IntegrityError), transaction.atomic():
            ProvinceSuccession.objects.create(
                predecessor=bac_kan, successor=successor, on=FIRST_NEW_DAY, kind="merged"
            )


def chosen_from(client, **asked) -> list[str]:
    address = reverse("wagtailsnippetchoosers_people_province:choose_results")
    page = BeautifulSoup(client.get(address, asked).content, "html.parser")
    return [link.get_text(strip=True) for link in page.select("tbody a")]


def test_a_province_is_chosen_by_a_few_letters_of_its_name(admin_client):
    assert chosen_from(admin_client, q="thai nguyen") == [
        "Tỉnh Thái Nguyên",
        "Tỉnh Thái Nguyên (đến 30/06/2025)",
    ]
    assert chosen_from(admin_client, q="hồ chí minh")[0] == "Thành phố Hồ Chí Minh"
    assert chosen_from(admin_client, q="không có tỉnh này") == []


def test_todays_provinces_stand_on_the_first_page_of_the_list(admin_client):
    names = chosen_from(admin_client)
    assert len(names) == 34
    assert not [name for name in names if "đến" in name]
