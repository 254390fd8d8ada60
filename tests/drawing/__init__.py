"""Elements -> what drawings of the levels say to the eye. All that hangs on their markup is here.

Nothing in here knows how they were drawn.
"""
