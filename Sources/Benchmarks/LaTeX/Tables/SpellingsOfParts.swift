/// Spellings of norms, layers, sums, components, deltas, products and derivatives of functions.
///
/// For the form of the tables see `EquationTable`.
enum SpellingsOfParts {
  static let table = #"""
    = 8b roots
    S : (n, n) positive definite
    x : (n)
    + S^{1/2} S^{1/2} = S
    + S^{-1/2} S S^{-1/2} = I
    + \|S^{-1/2} x\|^2 = x^T S^{-1} x
    - \|S^{1/2} x\|^2 = x^T S^{-1} x

    = 9 norms
    x, y : (n)
    A, B : (m, n)
    S : (n, n) positive definite
    + \|x - y\|_2^2 = \|x\|_2^2 - 2\langle x, y\rangle + \|y\|_2^2
    + \left\| A \right\|_F^2 = \operatorname{tr}(A^TA)
    + ||x||^2 = x^Tx
    + \lVert x \rVert = \sqrt{x^T x}
    + \|x\|_1 = \sum_i |x_i|
    + \langle A, B \rangle_{F} = \mathrm{tr}(A^T B)
    + \langle A, B \rangle = \operatorname{tr}(A^T B)
    + |S^{-1}| = |S|^{-1}
    + \left\lvert S \right\rvert = \det S
    + \|x\|_S^2 = x^T S x
    + x \cdot y = \langle x, y\rangle
    - \|x - y\|^2 = \|x\|^2 - \|y\|^2
    + \lVert A\rVert^{2}_{F} = \|\operatorname{vec} A\|^2
    + \|A\|_{\mathrm{F}}^2 = \sum_{i,j} a_{ij}^2
    + \Vert x \Vert^2_2 = x^\top x
    + \frac{\partial \|x\|}{\partial x} = \frac{x}{\|x\|}

    = 10 layers
    W1 : (h, n) as W^{[1]}
    W2 : (k, h) as W^{[2]}
    b1 : (h) as b^{[1]}
    b2 : (k) as b^{[2]}
    X : (n, m)
    Y : (k, m)
    . Z^{[1]} = W^{[1]}X + b^{[1]}
    . A^{[1]} = \tanh(Z^{[1]})
    . Z^{[2]} = W^{[2]}A^{[1]} + b^{[2]}
    . A^{[2]} = \sigma(Z^{[2]})
    . J = \frac{1}{2m} \|A^{[2]} - Y\|_F^2
    . dZ^{[2]} = \frac{1}{m}(A^{[2]} - Y) \odot A^{[2]} \odot (1 - A^{[2]})
    + \frac{\partial J}{\partial Z^{[2]}} = dZ^{[2]}
    + \frac{\partial J}{\partial W^{[2]}} = dZ^{[2]} A^{[1]T}
    - \frac{\partial J}{\partial W^{[2]}} = dZ^{[2]} A^{[1]}
    + \frac{\partial J}{\partial W^{[1]}} = \left( W^{[2]T} dZ^{[2]} \odot (1 - (A^{[1]})^2) \right) X^T

    = 10b network
    W1 : (h, n) as W^{(1)}
    W2 : (k, h) as W^{(2)}
    x : (n)
    f(z) = 1/(1 + exp(-z))
    J = norm2(f(W2*f(W1*x)))^2
    network J
    + z^{(2)} = W^{(1)} a^{(1)}
    + a^{(2)} = f(z^{(2)})
    + \delta^{(l)} = \left(\left(W^{(l)}\right)^{T} \delta^{(l+1)}\right) \odot f'\left(z^{(l)}\right)
    + \nabla_{W^{(l)}} J = \delta^{(l+1)} \left(a^{(l)}\right)^T
    - \nabla_{W^{(l)}} J = \delta^{(l)} \left(a^{(l)}\right)^T
    - \delta^{(l)} = \left(W^{(l)} \delta^{(l+1)}\right) \odot f'\left(z^{(l)}\right)

    = 11 sums
    X : (n, d)
    y : (n)
    w : (d)
    b : scalar
    lambda : scalar
    . L = \frac{1}{n}\sum_{i=1}^{n} \left( w^T x_i + b - y_i \right)^2
    + \frac{\partial L}{\partial w} = \frac{2}{n}\sum_{i=1}^{n} (w^T x_i + b - y_i) x_i
    + \frac{\partial L}{\partial b} = \frac{2}{n}\sum_{i=1}^{n} (w^T x_i + b - y_i)
    - \frac{\partial L}{\partial b} = \frac{2}{n}\sum_{i=1}^{n} (w^T x_i + b - y_i) x_i
    + \sum_{i=1}^n x_i x_i^T = X^T X
    + \sum_i y_i x_i = X^T y
    + \sum_{j=1}^d w_j^2 = \|w\|^2
    + \sum_{i=1}^n \sum_{j=1}^d X_{ij} w_j y_i = y^T X w

    = 12 components
    W : (k, n)
    x : (n)
    b, p, y : (k)
    A : (n, n)
    . z_i = \sum_j W_{ij} x_j + b_i
    + \frac{\partial z_i}{\partial W_{jk}} = \delta_{ij} x_k
    + \frac{\partial z_i}{\partial x_j} = W_{ij}
    - \frac{\partial z_i}{\partial x_j} = W_{ji}
    + (Wx)_i = \sum_j W_{ij}x_j
    + [W^T y]_j = \sum_i W_{ij} y_i
    + (A^T)_{ij} = A_{ji}
    + \operatorname{tr}(A) = \sum_i A_{ii}
    + x^T A x = \sum_{i,j} x_i A_{ij} x_j
    + W_{i,:}\, x = z_i - b_i
    + (A x)_k = A_{k,:} x
    + \frac{\partial}{\partial x_k} x^TAx = \sum_j (A_{kj} + A_{jk}) x_j
    - \frac{\partial}{\partial x_k} x^TAx = 2\sum_j A_{kj} x_j

    = 13 delta
    W : (k, n)
    x : (n)
    y : (k)
    . z = W x
    . a = \sigma(z)
    . C = \frac12 \|a - y\|^2
    . \delta = (a - y) \odot \sigma'(z)
    + \frac{\partial C}{\partial z} = \delta
    + \frac{\partial C}{\partial W} = \delta x^T
    + \delta_j = \frac{\partial C}{\partial z_j}
    + \delta_j = (a_j - y_j) \sigma'(z_j)
    + \frac{\partial C}{\partial W_{jk}} = x_k \delta_j
    - \frac{\partial C}{\partial W_{jk}} = x_j \delta_k
    + \delta_k = \frac{\partial C}{\partial a_k} \sigma'(z_k)

    = 14 products
    A, B : (n, n)
    x, y : (n)
    c, d : scalar
    + A \times B = A B
    + A * B * x = ABx
    + c \cdot A = A c
    + (c/d) A = \frac{c A}{d}
    + \frac{c}{d} x = \frac{cx}{d}
    + 2A/2 = A
    + x^T \cdot y = y^T \cdot x
    + c\,(x+y) = c\,x + c\,y
    - A \cdot B = B \cdot A
    + \frac1c\cdot c = 1

    = 15 derivative of functions
    z : (n)
    x : scalar
    + \sigma'(x) = \sigma(x)(1-\sigma(x))
    + \sigma^{\prime}(x) = \sigma(x)\left(1-\sigma(x)\right)
    + \sigma'(z) = \sigma(z)\odot(1-\sigma(z))
    + \frac{d\sigma(x)}{dx} = \sigma(x)(1-\sigma(x))
    + \frac{d}{dx}\tanh(x) = 1 - \tanh^2 x
    + \tanh''(x) = -2\tanh(x)(1-\tanh^2(x))
    . g(u) = u^3
    + g'(x) = 3x^2
    + g''(x) = 6x
    + \frac{d^2 g}{dx^2} = 6x
    + \frac{\partial \sigma(z)}{\partial z} = \operatorname{diag}(\sigma(z) \odot (1 - \sigma(z)))
    - \sigma'(x) = \sigma(x)(1+\sigma(x))
    + \ln'(x) = \frac1x
    """#
}
