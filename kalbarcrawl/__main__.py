"""`python -m kalbarcrawl`: the command, where its script is not on the path."""

from kalbarcrawl.cli import main

main(prog_name="kalbarcrawl")
