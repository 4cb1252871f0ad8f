"""What is published besides pages: made from the staged site, or beside its pages, one artefact a file."""
