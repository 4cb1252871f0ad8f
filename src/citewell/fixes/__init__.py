"""Making the corrections that findings offer: in the text, pass by pass, and on the disk."""
