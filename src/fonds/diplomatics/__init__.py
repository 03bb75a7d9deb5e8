"""What a record's words tell of its form: heading, dateline, markings, source note."""
