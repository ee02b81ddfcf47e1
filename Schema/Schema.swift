/// The Schema module.
