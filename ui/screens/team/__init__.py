"""People on this laptop: who is here and reads what, who comes, who leaves, and one's own passphrase.

Three screens: ``view`` (the list), ``colleague_view`` (somebody comes), ``passphrase_view`` (mine). Every worker may open
them; what one's profession may not do is not offered.
"""
