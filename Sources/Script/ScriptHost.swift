internal import CJavaScriptCore

/// A JavaScript engine with one global object.
///
/// Each host has a context group of its own: use a host on the thread that made it and nowhere else.
/// Scripts have no access to files, network, clock events or other hosts.
package final class ScriptHost {
  private let group: JSContextGroupRef
  private let context: JSGlobalContextRef

  package init() {
    group = JSContextGroupCreate()
    context = JSGlobalContextCreateInGroup(group, nil)
  }

  deinit {
    JSGlobalContextRelease(context)
    JSContextGroupRelease(group)
  }

  /// Runs a script for what it leaves in the global object.
  ///
  /// - Parameter name: what stands for the script in stack traces.
  /// - Throws: what the script threw, or its syntax error.
  package func run(_ script: String, name: String) throws(ScriptError) {
    var exception: JSValueRef?
    withScriptString(script) { source in
      withScriptString(name) { url in
        _ = JSEvaluateScript(context, source, nil, url, 1, &exception)
      }
    }
    try rethrow(exception)
  }

  /// Calls a global function.
  ///
  /// - Returns: its result as a string.
  /// - Throws: what the function threw, or that there is no such function.
  package func call(_ function: String, _ arguments: [JSONValue]) throws(ScriptError) -> String {
    var exception: JSValueRef?
    let global = JSContextGetGlobalObject(context)
    let property = withScriptString(function) {
      JSObjectGetProperty(context, global, $0, &exception)
    }
    try rethrow(exception)
    guard let property, JSValueIsObject(context, property),
      JSObjectIsFunction(context, JSValueToObject(context, property, nil))
    else { throw ScriptError("no function \(function)") }
    let values = arguments.map(protected)
    defer { for value in values { JSValueUnprotect(context, value) } }
    let result = JSObjectCallAsFunction(
      context, JSValueToObject(context, property, nil), nil, values.count, values, &exception)
    try rethrow(exception)
    return string(of: result)
  }

  /// A JSON value as a value of this context that the collector leaves alone: it sees the stack, but not
  /// what an array of ours holds.
  private func protected(_ json: JSONValue) -> JSValueRef? {
    let made = value(json)
    JSValueProtect(context, made)
    return made
  }

  /// A JSON value as a value of this context; it is protected by nobody.
  private func value(_ json: JSONValue) -> JSValueRef? {
    switch json {
    case .null: JSValueMakeNull(context)
    case .bool(let value): JSValueMakeBoolean(context, value)
    case .number(let value): JSValueMakeNumber(context, value)
    case .string(let value): withScriptString(value) { JSValueMakeString(context, $0) }
    case .array, .object:
      withScriptString(json.text) { JSValueMakeFromJSONString(context, $0) }
    }
  }

  private func string(of value: JSValueRef?) -> String {
    guard let copy = JSValueToStringCopy(context, value, nil) else { return "" }
    defer { JSStringRelease(copy) }
    return String(scriptString: copy)
  }

  private func rethrow(_ exception: JSValueRef?) throws(ScriptError) {
    guard let exception else { return }
    guard let object = JSValueIsObject(context, exception) ? exception : nil else {
      throw ScriptError(string(of: exception))
    }
    let message = member("message", of: object)
    let position = member("position", of: object)
    let number = position.map { JSValueToNumber(context, $0, nil) }
    throw ScriptError(
      message.map(string(of:)) ?? string(of: object),
      position: number.flatMap { Int(exactly: $0.rounded()) })
  }

  /// A member of an object, where it has one that is not undefined.
  private func member(_ name: String, of value: JSValueRef) -> JSValueRef? {
    guard let object = JSValueToObject(context, value, nil) else { return nil }
    let member = withScriptString(name) { JSObjectGetProperty(context, object, $0, nil) }
    return member.flatMap { JSValueIsUndefined(context, $0) ? nil : $0 }
  }
}
