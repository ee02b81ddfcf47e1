/// The Records module.
