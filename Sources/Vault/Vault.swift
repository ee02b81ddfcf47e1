/// The Vault module.
