"""A text of a page -> its HTML: words explained where they first stand, numbers exact."""
