/// The Reading module.
