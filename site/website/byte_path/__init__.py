"""Anonymous GETs answered from finished bytes in memory, before Django's middleware.

    application = BytePath(CountingFront(django))       # website.wsgi

Django makes an answer once for each edition; whatever is public and changes makes a new edition
(`growing`), and with each request it is seen whether there is one (`editions`). docs/byte-path.md says which
answers are kept, and why none is ever older than what was published.
"""
