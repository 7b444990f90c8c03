"""The laptop's end of the conversation: ``exchange`` says what is sent and taken in, ``transport`` carries it."""
