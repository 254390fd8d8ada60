"""How a finished site takes the place of the last one, so that there is a whole one at any time.

places    where a site stands, and whether one can be put there
exchange  the new one in the place of the old one, in one step where the system can
kept      what others put into the site, which goes on standing there
links     whether every link of it leads somewhere
"""
