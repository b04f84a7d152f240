extension CodeSpelling {
  /// NumPy, with SciPy where it is needed.
  ///
  /// Source: NumPy reference, "Linear algebra"; SciPy reference, "scipy.linalg".
  static let numpy: CodeSpelling = {
    var numpy = python(title: "NumPy", imports: "import numpy as np", module: "np")
    numpy.prelude += "\nimport scipy.linalg\nimport scipy.special"
    numpy.reserved.formUnion(["scipy"])
    numpy.entrywise["erf"] = "scipy.special.erf(#1)"
    numpy.entrywise["step"] = "np.heaviside(#1, 0)"
    numpy.entrywise["sigmoid"] = "scipy.special.expit(#1)"
    numpy.entrywise["softplus"] = "np.logaddexp(#1, 0)"
    numpy.whole.merge([
      "vec": #"np.reshape(#1, (-1, 1), order="F")"#,
      "reshape": #"np.reshape(#1, (@rows, @columns), order="F")"#,
      "commat": "np.eye(@1 * (@2)).reshape(@2, @1, -1).transpose(1, 0, 2).reshape(@1 * (@2), -1)",
      "selection": "np.eye(@2)[:, @1:@1 + @3]", "e": "np.eye(@2)[:, @1 - 1:@1]",
      "hardmax": "np.float64(np.arange(#1.shape[0])[:, None] == np.argmax(#1, axis=0))",
      "expm": "scipy.linalg.expm(#1)", "logm": "scipy.linalg.logm(#1)",
      "sqrtm": "scipy.linalg.sqrtm(#1)", "sinm": "scipy.linalg.sinm(#1)",
      "cosm": "scipy.linalg.cosm(#1)",
      "softmax": "scipy.special.softmax(#1, axis=0)",
      "softmax 2": "scipy.special.softmax(#1, axis=1)",
      "logsoftmax": "scipy.special.log_softmax(#1, axis=0)",
      "logsoftmax 2": "scipy.special.log_softmax(#1, axis=1)",
      "logsumexp": "scipy.special.logsumexp(#1, axis=0, keepdims=True)",
      "logsumexp 2": "scipy.special.logsumexp(#1, axis=1, keepdims=True)",
    ]) { $1 }
    return numpy
  }()
}
