/// The Summary module.
