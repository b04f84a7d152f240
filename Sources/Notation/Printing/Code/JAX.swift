extension CodeSpelling {
  /// JAX.
  ///
  /// Source: JAX reference, "jax.numpy", "jax.scipy".
  static let jax: CodeSpelling = {
    var jax = python(title: "JAX", imports: "import jax\nimport jax.numpy as jnp", module: "jnp")
    jax.reserved.formUnion(["jax"])
    jax.entrywise.merge([
      "erf": "jax.scipy.special.erf(#1)", "step": "jnp.heaviside(#1, 0)",
      "sigmoid": "jax.nn.sigmoid(#1)", "relu": "jax.nn.relu(#1)", "softplus": "jax.nn.softplus(#1)",
      "silu": "jax.nn.silu(#1)", "elu": "jax.nn.elu(#1)",
      "gelu": "jax.nn.gelu(#1, approximate=False)", "leakyrelu": "jax.nn.leaky_relu(#1)",
    ]) { $1 }
    jax.whole.merge([
      "vec": #"jnp.reshape(#1, (-1, 1), order="F")"#,
      "reshape": #"jnp.reshape(#1, (@rows, @columns), order="F")"#,
      "commat": "jnp.eye(@1 * (@2)).reshape(@2, @1, -1).transpose(1, 0, 2).reshape(@1 * (@2), -1)",
      "selection": "jnp.eye(@2)[:, @1:@1 + @3]", "e": "jnp.eye(@2)[:, @1 - 1:@1]",
      "hardmax": "jnp.float_(jnp.arange(#1.shape[0])[:, None] == jnp.argmax(#1, axis=0))",
      "expm": "jax.scipy.linalg.expm(#1)", "sqrtm": "jnp.real(jax.scipy.linalg.sqrtm(#1))",
      "softmax": "jax.nn.softmax(#1, axis=0)", "softmax 2": "jax.nn.softmax(#1, axis=1)",
      "logsoftmax": "jax.nn.log_softmax(#1, axis=0)",
      "logsoftmax 2": "jax.nn.log_softmax(#1, axis=1)",
      "logsumexp": "jax.scipy.special.logsumexp(#1, axis=0, keepdims=True)",
      "logsumexp 2": "jax.scipy.special.logsumexp(#1, axis=1, keepdims=True)",
    ]) { $1 }
    return jax
  }()
}
