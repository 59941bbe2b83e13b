"""Persons and their posts, as the public sees them on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db.models import Prefetch, prefetch_related_objects

from news.models import Photo
from people.models import Person, Post
from people.models.persons import PostQuerySet
from search.addresses import address_in_first_language

from .people_contract import PersonDetailObject, PersonObject, PortraitObject, PostObject
from .publicity import Publicity
from .references import Asked, day_or_none, organisation_ref, person_ref
from .renditions import photos_of, renditions_of


def person_objects(people: Sequence[Person], asked: Asked) -> list[PersonObject]:
    """In a number of queries that does not depend on how many they are."""
    that_day = _posts().on(asked.day)
    prefetch_related_objects(people, Prefetch("posts", that_day, to_attr="posts_that_day"))
    photos = photos_of(each.portrait_id for each in people if each.portrait_id)
    portraits = _portraits(Publicity().in_public_collections(photos))
    return [_person(each, portraits, asked) for each in people]


def person_detail(person: Person, asked: Asked) -> PersonDetailObject:
    """Of posts that ended the bodies have the names they bore then."""
    (shown,) = person_objects([person], asked)
    return {
        **shown,
        "biography": person.biography,
        "all_posts": [
            _post(post, replace(asked, day=post.end or asked.day))
            for post in _posts().filter(person=person)
        ],
    }


def _posts() -> PostQuerySet:
    posts = Post.objects.select_related("organisation")
    return posts.prefetch_related("organisation__former_names")


def _person(person: Person, portraits: Mapping[int, PortraitObject], asked: Asked) -> PersonObject:
    return {
        **person_ref(person),
        "honorific": person.honorific,
        "url": address_in_first_language(person),
        "posts": [_post(post, asked) for post in person.posts_that_day],
        "portrait": portraits.get(person.portrait_id or 0),
        "phone": person.phone,
        "email": person.email,
    }


def _post(post: Post, asked: Asked) -> PostObject:
    return {
        "title": asked.words(post.title, post.title_en),
        "wording": post.wording or f"{post.title} {post.organisation.name_on(asked.day)}",
        "organisation": organisation_ref(post.organisation, asked),
        "start": day_or_none(post.start),
        "end": day_or_none(post.end),
        "attested_on": day_or_none(post.attested_on),
    }


def _portraits(photos: Sequence[Photo]) -> dict[int, PortraitObject]:
    renditions = renditions_of(photos)
    return {
        photo.pk: {
            "alt": photo.description,
            "credit": photo.credit,
            "width": photo.width,
            "height": photo.height,
            "renditions": renditions[photo.pk],
        }
        for photo in photos
    }
