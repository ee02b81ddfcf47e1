/// The Writing module.
