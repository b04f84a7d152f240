extension CodeSpelling {
  /// PyTorch; numbers are tensors without dimensions.
  ///
  /// Source: PyTorch reference, "torch", "torch.linalg".
  static let pytorch: CodeSpelling = {
    var torch = python(
      title: "PyTorch", imports: "import torch", module: "torch", axis: "dim",
      keeping: "keepdim", type: "@dtype")
    torch.ones = "torch.ones(@rows, @columns@dtype)"
    torch.zeros = "torch.zeros(@rows, @columns@dtype)"
    torch.numberArgument = "torch.tensor(float(#1))"
    torch.entrywise.merge([
      "erf": "torch.erf(#1)", "step": "(#1 > 0).to(torch.float64)", "sigmoid": "torch.sigmoid(#1)",
      "relu": "torch.relu(#1)", "silu": "torch.nn.functional.silu(#1)",
      "elu": "torch.nn.functional.elu(#1)", "gelu": "torch.nn.functional.gelu(#1)",
      "leakyrelu": "torch.nn.functional.leaky_relu(#1)",
    ]) { $1 }
    torch.whole.merge([
      "vec": "torch.reshape(#1.T, (-1, 1))",
      "reshape": "torch.reshape(#1.T, (@columns, @rows)).T",
      "commat":
        "torch.eye(@1 * (@2)@dtype).reshape(@2, @1, -1).transpose(0, 1).reshape(@1 * (@2), -1)",
      "selection": "torch.eye(@2@dtype)[:, @1:@1 + @3]", "e": "torch.eye(@2@dtype)[:, @1 - 1:@1]",
      "hardmax": "torch.nn.functional.one_hot(torch.argmax(#1, dim=0), #1.shape[0]).T.to(#1.dtype)",
      "expm": "torch.linalg.matrix_exp(#1)",
      "softmax": "torch.softmax(#1, dim=0)", "softmax 2": "torch.softmax(#1, dim=1)",
      "logsoftmax": "torch.log_softmax(#1, dim=0)",
      "logsoftmax 2": "torch.log_softmax(#1, dim=1)",
      "logsumexp": "torch.logsumexp(#1, dim=0, keepdim=True)",
      "logsumexp 2": "torch.logsumexp(#1, dim=1, keepdim=True)",
      "max 1": "torch.amax(#1, dim=0, keepdim=True)",
      "max 2": "torch.amax(#1, dim=1, keepdim=True)",
      "min 1": "torch.amin(#1, dim=0, keepdim=True)",
      "min 2": "torch.amin(#1, dim=1, keepdim=True)",
    ]) { $1 }
    torch.blocks = ("torch.cat([", "])", ("torch.cat([", "], dim=1)"), ", ", ", ")
    return torch
  }()
}
