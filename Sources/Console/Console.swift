/// The Console module.
