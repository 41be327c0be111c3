"""`python -m kalbarcrawl`: the command, where its script is not on the path."""

from kalbarcrawl.child import end_with_parent
from kalbarcrawl.cli import main

end_with_parent()
main(prog_name="kalbarcrawl")
