/// The Sealing module.
