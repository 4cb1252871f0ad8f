"""Rules about claims, their citations and the reasons for having none."""
