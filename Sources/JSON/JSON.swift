/// The JSON module.
