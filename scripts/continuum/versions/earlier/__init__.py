"""How an earlier version is fetched from git, and read though its shape may have changed since."""
