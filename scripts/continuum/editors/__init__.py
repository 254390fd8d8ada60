"""For those who change content: help, schema, review dates."""
