"""An editor at work in a process of their own: each line tells what has been published by then."""

import sys


def main(slug: str, times: int) -> None:
    import django

    django.setup()
    from news.models import ArticlePage

    for number in range(1, times + 1):
        article = ArticlePage.objects.get(slug=slug)
        article.title = f"Lần {number}"
        article.save_revision().publish()
        print(number, flush=True)
    ArticlePage.objects.get(slug=slug).unpublish()
    print("gone", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
