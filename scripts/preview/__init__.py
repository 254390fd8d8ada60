"""For editors: the site while someone edits it. It follows each edit, and says what is wrong.

A page is made when it is asked for, so an edit shows at once. The rest is made while nobody waits,
and what was good stays until it is made anew.
"""
