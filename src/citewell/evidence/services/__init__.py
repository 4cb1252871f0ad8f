"""The services that know works, their notices and their archived copies; one a file.

Each takes the ``Web`` and the service's address, and returns a value: what comes from them is never trusted to have the
shape that their documentation gives, and nothing here raises for what they say.
"""
