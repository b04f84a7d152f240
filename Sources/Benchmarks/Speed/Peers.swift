import Foundation

/// Measures the same functions with other systems, each in a Python of the caller's choice.
enum Peers {
  /// Medians in milliseconds, by system and function; and what had to be left out.
  struct Result {
    var medians: [String: [String: Double]] = [:]
    var remarks: [String] = []
  }

  /// Runs the script; a system that is not installed, or cannot express a function, is left out.
  ///
  /// - Parameter python: the interpreter whose packages are measured.
  static func measure(python: String) -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", script]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch {
      return Result(remarks: ["peers left out: \(python) cannot be started"])
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return result(String(decoding: data, as: UTF8.self))
  }

  /// Lines of `system TAB function TAB milliseconds`, or `# remark`.
  private static func result(_ output: String) -> Result {
    var result = Result()
    for line in output.split(separator: "\n") {
      if line.hasPrefix("# ") {
        result.remarks.append(String(line.dropFirst(2)))
        continue
      }
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 3, let median = Double(parts[2]) else { continue }
      result.medians[parts[0], default: [:]][parts[1]] = median
    }
    return result
  }

  /// Python has the functions in the words of each system. Only the derivation is timed, after one run to
  /// warm up.
  static let script = #"""
    import importlib, statistics, sys, time, types

    def median(run):
        run()
        times, start = [], time.perf_counter()
        while len(times) < 30 and (time.perf_counter() - start < 1.0 or len(times) < 3):
            t = time.perf_counter(); run(); times.append(1000 * (time.perf_counter() - t))
        return statistics.median(times)

    def casadi_cases():
        import casadi as c
        M = c.MX.sym
        n, m, k, h, p = 6, 5, 4, 3, 7
        def by(shapes, f):
            # One vector of all parameters, so that one backward pass gives all gradients.
            def run():
                sizes = [a * b for a, b in shapes]
                flat = M("p", sum(sizes))
                parts = c.vertsplit(flat, [sum(sizes[:i]) for i in range(len(sizes) + 1)])
                return c.gradient(f(*[c.reshape(q, a, b) for q, (a, b) in zip(parts, shapes)]), flat)
            return run
        sig = lambda z: 1 / (1 + c.exp(-z))
        A, s, x, gam, X = M("A", m, k), M("s", k), M("x", m), M("g"), M("X", n, m)
        f = lambda A, s: c.sumsqr(A @ s - x) + gam * c.sumsqr(A)
        yield "sparse A", lambda: c.gradient(f(A, s), A)
        yield "sparse s", lambda: c.gradient(f(A, s), s)
        V, S, eps = M("V", p, k), M("S", k, m), M("e")
        yield "topographic", lambda: c.gradient(c.sum1(c.sum2(c.sqrt(V @ (S * S) + eps))), S)
        W = M("W", k, n)
        yield "tied ICA", lambda: c.gradient(c.sumsqr(W.T @ (W @ X) - X), W)
        r, beta, lam = M("r"), M("beta"), M("lam")
        def sparse_autoencoder(W1, W2, b1, b2):
            a = sig(W1 @ X + c.repmat(b1, 1, m)); q = c.sum2(a) / m
            kl = c.sum1(r * c.log(r / q) + (1 - r) * c.log((1 - r) / (1 - q)))
            return (c.sumsqr(sig(W2 @ a + c.repmat(b2, 1, m)) - X) / (2 * m)
                    + lam * (c.sumsqr(W1) + c.sumsqr(W2)) / 2 + beta * kl)
        yield "sparse autoencoder", by([(h, n), (n, h), (h, 1), (n, 1)], sparse_autoencoder)
        C, Y = M("C", k, n), M("Y", k, m)
        def cross_entropy():
            Z = C @ X
            return -sum(c.dot(Y[:, j], Z[:, j] - c.logsumexp(Z[:, j])) for j in range(m)) / m
        yield "softmax cross entropy", lambda: c.gradient(cross_entropy(), C)
        Q, B, D, E, y = M("Q", n, n), M("B", m, m), M("D", n, n), M("E", m, n), M("y", n)
        yield "logdet", lambda: c.gradient(c.log(c.fabs(c.det(Q))), Q)
        yield "tr AXBX'", lambda: c.gradient(c.trace(B @ E @ D @ E.T), E)
        yield "x'Ax", lambda: c.gradient(c.bilin(Q, y, y), y)
        def tied(W, b, d):
            return c.sumsqr(sig(W.T @ sig(W @ X + c.repmat(b, 1, m)) + c.repmat(d, 1, m)) - X)
        yield "tied autoencoder", by([(h, n), (h, 1), (n, 1)], tied)
        for depth in (10, 50, 200):
            def network(*parameters):
                a = X
                for w, b in zip(parameters[::2], parameters[1::2]):
                    a = c.tanh(w @ a + c.repmat(b, 1, m))
                return c.sumsqr(a)
            yield f"network of {depth}", by([(n, n), (n, 1)] * depth, network)

    def sympy_cases():
        import sympy as s
        from sympy.core.cache import clear_cache
        n, m, k, p = s.symbols("n m k p", integer=True, positive=True)
        V, tr = s.MatrixSymbol, s.Trace
        def by(f, v):
            def run():
                clear_cache()
                result = f().diff(v).doit()
                # Some answers of some versions are silently zero.
                if result == 0 or getattr(result, "is_ZeroMatrix", False): raise ValueError("zero")
            return run
        A, S, x, gam = V("A", m, k), V("s", k, 1), V("x", m, 1), s.Symbol("gamma")
        F = lambda: tr((A * S - x).T * (A * S - x)) + gam * tr(A.T * A)
        yield "sparse A", by(F, A)
        yield "sparse s", by(F, S)
        W, X = V("W", k, n), V("X", n, m)
        yield "tied ICA", by(lambda: tr((W.T * W * X - X).T * (W.T * W * X - X)), W)
        P, E, B, y = V("P", m, m), V("E", m, n), V("B", n, n), V("y", n, 1)
        yield "tr AXBX'", by(lambda: tr(P * E * B * E.T), E)
        yield "x'Ax", by(lambda: y.T * B * y, y)
        yield "logdet", by(lambda: s.log(s.Determinant(B)), B)

    def tensorgrad_cases():
        import tensorgrad as t
        from tensorgrad import functions as F
        n, m, k, p, h = t.symbols("n m k p h")
        V = t.Variable
        def by(f, *variables):
            return lambda: [t.Derivative(f(), v).full_simplify() for v in variables]
        A, s, x, gam = V("A", m, k), V("s", k), V("x", m), V("gamma")
        f = lambda: F.frobenius2(A @ s - x) + gam @ F.frobenius2(A)
        yield "sparse A", by(f, A)
        yield "sparse s", by(f, s)
        U, S, eps = V("V", p, k), V("S", k, m), V("epsilon")
        yield "topographic", by(lambda: F.sum(F.sqrt(U @ (S * S) + eps @ t.Ones(p, m))), S)
        W, X = V("W", k, n), V("X", n, m)
        yield "tied ICA", by(lambda: F.frobenius2(W @ (W @ X) - X), W)
        Q, y = V("Q", i=n, j=n), V("y", i=n)
        yield "logdet", by(lambda: F.log(F.det(Q)), Q)
        yield "x'Ax", by(lambda: y @ Q @ y.rename(i="j"), y)
        C, Y = V("C", h, n), V("Y", h, m)
        cross = lambda: F.sum(Y * F.log_softmax(C @ X, dim="h"))
        yield "softmax cross entropy", by(cross, C)
        b, d = V("b", h), V("d", n)
        def tied():
            inner = F.sigmoid(C @ X + b @ t.Ones(m))
            return F.frobenius2(F.sigmoid(C @ inner + d @ t.Ones(m)) - X)
        yield "tied autoencoder", by(tied, C, b, d)

    class Stub(types.ModuleType):
        # tensorgrad imports torch, which its derivations do not use.
        __path__ = []
        def __getattr__(self, name):
            if name.startswith("__"): raise AttributeError(name)
            return type(name, (), {})

    try:
        import torch
    except ImportError:
        for name in ("torch", "torch.nn", "torch.nn.functional", "torch.fx", "torch._dynamo", "torch.utils"):
            sys.modules[name] = Stub(name)

    for system, cases in (("CasADi", casadi_cases), ("SymPy", sympy_cases), ("tensorgrad", tensorgrad_cases)):
        try: importlib.import_module(system.lower())
        except Exception:
            print(f"# {system} left out: not installed", flush=True)
            continue
        for name, run in cases():
            try: print(f"{system}\t{name}\t{median(run)}", flush=True)
            except Exception as e: print(f"# {system} cannot do {name}: {type(e).__name__} {e}"[:110], flush=True)
    """#
}
