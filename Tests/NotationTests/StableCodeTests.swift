import MatrixCalculus
import Notation
import Testing

/// Programs that have a value where an exponential on the way to it would have none.
@Suite struct StableCodeTests {
  @Test(arguments: [
    (CodeTarget.numpy, "softmax(M, 2)", "scipy.special.softmax(M, axis=1)"),
    (.numpy, "logsumexp(M)", "scipy.special.logsumexp(M, axis=0, keepdims=True)"),
    (.numpy, "relu(M)", "np.maximum(M, 0)"), (.numpy, "softplus(M)", "np.logaddexp(M, 0)"),
    (.numpy, "sigmoid(M)", "scipy.special.expit(M)"),
    (.pytorch, "logsumexp(M, 2)", "torch.logsumexp(M, dim=1, keepdim=True)"),
    (.matlab, "softmax(M)", "max(M, [], 1)"), (.julia, "logsumexp(M, 2)", "maximum(M, dims=2)"),
    (.swift, "softmax(M)", "M.columnMaxima"), (.matlab, "softplus(M)", "max(M, 0) + log("),
  ])
  func exponentialsDoNotOverflow(target: CodeTarget, text: String, part: String) throws {
    let code = try target.function("f", expression(text, in: scope(sampleNames)))
    #expect(code.contains(part), "\(code)")
  }
}
