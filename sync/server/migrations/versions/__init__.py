"""The steps of the migrations, in the order of their numbers; each is released once and never changes after."""
