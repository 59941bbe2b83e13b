"""The engines behind Wagtail's own `.search()` and `.autocomplete()`.

Name one in WAGTAILSEARCH_BACKENDS: "search.backends.database" is SQLite's or PostgreSQL's own,
"search.backends.elasticsearch" and "search.backends.opensearch" are servers beside it.
"""
