internal import ArgumentParser

/// In this module "option" is a flag with a value; Records has choices of the same name.
typealias Option = ArgumentParser.Option
