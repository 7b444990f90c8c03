"""Who can open what: cryptography without files or database.

A passphrase opens a worker's *slot* (private keys under Argon2id and AES-256-GCM-SIV); a *grant* hands the data key of one
compartment to a public key (HPKE); the *keyring* holds both, with a generation and a signature. Because grants go to
public keys, a colleague, the county or a rotation can hand over a new data key while its owner is away. A
*recovery* request and its answer bring back who forgot the passphrase; ``throttle`` says how long to wait after wrong ones,
``passphrases`` offers good ones. The county's recovery tool uses the same code, which is why nothing here knows files.
"""
