/// The Codes module.
