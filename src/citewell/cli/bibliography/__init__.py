"""What the commands that change the bibliography share. Apart from the commands, which must list without the extra."""
