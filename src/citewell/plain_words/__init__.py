"""What readers may not know: the sections of a text, and where the terms of the glossary are met in it."""
