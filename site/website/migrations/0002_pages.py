from django.db import migrations


def create_pages(apps, schema_editor):
    """The home page with the news and awards indexes under it, and both languages.

    Every department has these, so a fresh database has them too; nothing else is invented.
    """
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")

    vietnamese, _ = Locale.objects.get_or_create(language_code="vi")
    Locale.objects.get_or_create(language_code="en")

    Page.objects.filter(depth=2, slug="home").delete()  # the page that says "Welcome"
    taken = Page.objects.filter(depth=2).count()
    Page.objects.filter(depth=1).update(numchild=taken + 1)
    home_path = f"0001{taken + 1:04d}"
    home = _create(
        apps, ContentType, "website", "HomePage", vietnamese, home_path, "Trang chủ", "home", 2
    )
    _create(
        apps,
        ContentType,
        "news",
        "NewsIndexPage",
        vietnamese,
        f"{home_path}0001",
        "Tin tức",
        "tin-tuc",
        0,
    )
    _create(
        apps,
        ContentType,
        "awards",
        "AwardsIndexPage",
        vietnamese,
        f"{home_path}0002",
        "Khen thưởng",
        "khen-thuong",
        0,
    )
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost",
        root_page_id=home.pk,
        is_default_site=True,
        site_name="Sở Nội vụ",
    )


def _create(apps, content_types, app, model, locale, path, title, slug, children):
    content_type, _ = content_types.objects.get_or_create(app_label=app, model=model.lower())
    prefix = "/home/" if slug != "home" else "/"
    return apps.get_model(app, model).objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        content_type=content_type,
        path=path,
        depth=len(path) // 4,
        numchild=children,
        url_path=f"{prefix}{slug}/",
        locale_id=locale.pk,
        live=True,
        show_in_menus=slug != "home",
    )


class Migration(migrations.Migration):
    replaces = [("website", "0002_create_pages")]

    dependencies = [
        ("website", "0001_tables"),
        ("news", "0001_tables"),
        ("awards", "0001_tables"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(create_pages, migrations.RunPython.noop)]
