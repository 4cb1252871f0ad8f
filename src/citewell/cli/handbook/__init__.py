"""The handbook that came with the program: its pages (``pages``), for a terminal and for a browser."""
