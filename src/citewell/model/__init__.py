"""What Citewell knows about the content: plain, frozen values, each with its place in the source."""
