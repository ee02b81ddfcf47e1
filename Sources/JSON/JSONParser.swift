/// Runs YAJL over a text. Refuses what RFC 8259 calls unwise as well as what it forbids:
/// a name given twice, half a surrogate pair, anything after the value.
private import CYAJL

enum JSONParser {
  /// What came out: the builder holds the value, or what was complete before the error.
  struct Outcome {
    let builder: JSONBuilder
    let error: JSONError?
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func run(_ bytes: Span<UInt8>, limits: JSONLimits) -> Outcome {
    let builder = JSONBuilder(limits: limits, byteCount: bytes.count)
    guard bytes.count <= limits.maxBytes else {
      return Outcome(builder: builder, error: JSONError(.tooLong, offset: limits.maxBytes))
    }
    let broken = TextCheck.utf8(bytes)
    // Up to the broken character the text can still be salvaged.
    let sound = bytes.extracting(first: broken?.offset ?? bytes.count)
    let error =
      parse(sound, into: builder) ?? TextCheck.overlooked(sound)
    guard let broken, error == nil || error?.reason == .truncated else {
      return Outcome(builder: builder, error: error)
    }
    let placed = JSONError(broken.reason, offset: broken.offset, place: builder.place)
    return Outcome(builder: builder, error: placed)
  }

  private static func parse(_ bytes: Span<UInt8>, into builder: JSONBuilder) -> JSONError? {
    let skip = startsWithMark(bytes) ? byteOrderMark.count : 0
    var callbacks = makeCallbacks()
    let context = unsafe Unmanaged.passUnretained(builder).toOpaque()
    // The parser only reads the callbacks, and it is freed before they go.
    return unsafe withUnsafePointer(to: &callbacks) { callbacks in
      guard let parser = unsafe yajl_alloc(callbacks, nil, context) else {
        return JSONError(.noMemory, offset: 0)
      }
      defer { unsafe yajl_free(parser) }
      _ = unsafe nv_yajl_trust_utf8(parser)
      return unsafe bytes.extracting(last: bytes.count - skip).withUnsafeBufferPointer { text in
        // An empty text has no address; the parser wants one.
        guard let start = text.baseAddress else { return JSONError(.truncated, offset: skip) }
        let status = unsafe yajl_parse(parser, start, text.count)
        if status == yajl_status_ok {
          guard unsafe yajl_complete_parse(parser) != yajl_status_ok else { return nil }
          // Everything given was sound. Without a value it was cut; after one it went on.
          let reason: JSONError.Reason = builder.result == nil ? .truncated : .syntax
          return JSONError(reason, offset: skip + text.count, place: builder.place)
        }
        let offset = unsafe skip + min(yajl_get_bytes_consumed(parser), text.count)
        if let reason = builder.failure {
          return JSONError(reason, offset: offset, place: builder.failurePlace)
        }
        return JSONError(.syntax, offset: offset, place: builder.place)
      }
    }
  }

  private static func startsWithMark(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= byteOrderMark.count
      && byteOrderMark.indices.allSatisfy { bytes[$0] == byteOrderMark[$0] }
  }

  private static func makeCallbacks() -> yajl_callbacks {
    unsafe yajl_callbacks(
      yajl_null: { context in
        unsafe withBuilder(context) { builder in
          builder.add(.null)
          return true
        }
      },
      yajl_boolean: { context, value in
        unsafe withBuilder(context) { builder in
          builder.add(.bool(value != 0))
          return true
        }
      },
      yajl_integer: nil,
      yajl_double: nil,
      yajl_number: { context, start, count in
        unsafe withBuilder(context) { builder in
          let raw = unsafe UnsafeRawBufferPointer(start: start, count: count)
          return unsafe builder.addNumber(raw.assumingMemoryBound(to: UInt8.self))
        }
      },
      yajl_string: { context, start, count in
        unsafe withBuilder(context) { builder in
          unsafe builder.addString(UnsafeBufferPointer(start: start, count: count))
        }
      },
      yajl_start_map: { context in unsafe withBuilder(context) { $0.start(object: true) } },
      yajl_map_key: { context, start, count in
        unsafe withBuilder(context) { builder in
          unsafe builder.addKey(UnsafeBufferPointer(start: start, count: count))
        }
      },
      yajl_end_map: { context in unsafe withBuilder(context) { $0.end() } },
      yajl_start_array: { context in unsafe withBuilder(context) { $0.start(object: false) } },
      yajl_end_array: { context in unsafe withBuilder(context) { $0.end() } })
  }
}

/// Hands the builder behind the context to `body`; zero tells YAJL to stop.
@inline(__always)
private func withBuilder(
  _ context: UnsafeMutableRawPointer?, _ body: (JSONBuilder) -> Bool
) -> CInt {
  guard let context = unsafe context else { return 0 }
  return unsafe body(Unmanaged<JSONBuilder>.fromOpaque(context).takeUnretainedValue()) ? 1 : 0
}
