"""A new site: what is asked, which program it is given, and how its folder is written."""
