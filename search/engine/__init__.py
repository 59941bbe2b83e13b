"""What all engines share: what is stored of an object, what a query means, what ranks first.

The engines themselves, in `search.backends`, only store words and say who holds them.
"""
