"""What an author may write, key by key; nothing is read from files here."""
