"""What a level of care is: the typed shape of `levels.yaml`."""
