internal import Foundation

/// Runs the program where the kernel refuses the key ring, as in many containers: a filter
/// (seccomp) lets `add_key` and `keyctl` fail.
enum NoKeyRing {
  /// Sets the filter and becomes the program.
  private static let script = """
    import ctypes, os, struct, sys
    libc = ctypes.CDLL(None, use_errno=True)
    calls = {"x86_64": (248, 250), "aarch64": (217, 219)}[os.uname().machine]
    refuse = 0x00050000 | int(sys.argv[1])
    code = [(0x20, 0, 0, 0), (0x15, 1, 0, calls[0]), (0x15, 0, 1, calls[1]),
            (0x06, 0, 0, refuse), (0x06, 0, 0, 0x7fff0000)]
    filters = b"".join(struct.pack("HBBI", *one) for one in code)
    room = ctypes.create_string_buffer(filters)
    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]
    program = Program(len(code), ctypes.addressof(room))
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(22, 2, ctypes.byref(program)) == 0
    os.execv(sys.argv[2], sys.argv[2:])
    """

  static func run(_ arguments: [String], errno number: Int32 = EPERM, on desk: Desk) throws
    -> Outcome
  {
    try Program.run(
      "/usr/bin/python3", words(arguments, number), environment: desk.environment,
      in: desk.folder)
  }

  static func terminal(_ arguments: [String], on desk: Desk) throws -> Terminal {
    try Terminal(
      words(arguments, EPERM), environment: desk.environment, in: desk.folder,
      program: "/usr/bin/python3")
  }

  private static func words(_ arguments: [String], _ number: Int32) -> [String] {
    ["-c", script, "\(number)", Program.path] + arguments
  }
}
