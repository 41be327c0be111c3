"""What researchers take away: a folder with the records, what is known of them, and the proof that it is whole."""
