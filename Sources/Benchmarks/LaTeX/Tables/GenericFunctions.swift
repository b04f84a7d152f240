/// Functions that nothing defines, implied sums, names made of accents and numbers, densities by their logarithm, and
/// mistakes beside all of these.
enum GenericFunctions {
  static let table = #"""
    = functions that nothing defines
    W : (h, n)
    x : (n)
    b : (h)
    . z = Wx+b
    . a = f(z)
    + \frac{\partial a}{\partial z} = \text{diag}(f'(z))
    - \frac{\partial a}{\partial z} = \text{diag}(f(z))
    + \frac{\partial a}{\partial x} = \text{diag}(f'(z)) W
    - \frac{\partial a}{\partial x} = W\text{diag}(f'(z))

    = layers of functions that nothing defines
    W_1 : (h, n)
    W_2 : (m, h)
    x : (n)
    t : (m)
    . L = \frac12\|\varphi(W_2\varphi(W_1x)) - t\|^2
    + \nabla_{W_2} L = \left((\varphi(W_2\varphi(W_1x)) - t) \odot \varphi'(W_2\varphi(W_1x))\right)\varphi(W_1x)^T
    - \nabla_{W_2} L = \left((\varphi(W_2\varphi(W_1x)) - t) \odot \varphi'(W_2\varphi(W_1x))\right)\varphi'(W_1x)^T

    = items by a spelling
    X : (m, d) as x
    y : (m)
    theta : (d)
    . J = \frac12\sum_{i=1}^m(\theta^Tx^{(i)}-y^{(i)})^2
    + \nabla_\theta J = \sum_{i=1}^m(\theta^Tx^{(i)}-y^{(i)})x^{(i)}
    - \nabla_\theta J = 2\sum_{i=1}^m(\theta^Tx^{(i)}-y^{(i)})x^{(i)}

    = items by their superscript
    X : (m, d)
    y : (m)
    theta : (d)
    . J = \frac12\sum_{i=1}^m(\theta^Tx^{(i)}-y^{(i)})^2
    + \nabla_\theta J = \sum_{i=1}^m(\theta^Tx^{(i)}-y^{(i)})x^{(i)}
    - \nabla_\theta J = 2\sum_{i=1}^m(\theta^Tx^{(i)}-y^{(i)})x^{(i)}

    = letters that terms repeat
    A : (n, n)
    x : (n)
    + x^TAx = x_iA_{ij}x_j
    ? x^TAx = x_iA_{ij}x_i
    + \text{tr}(A) = A_{ii}
    ? \text{tr}(A) = A_{ij}

    = names with numbers on top
    W : (h, n)
    x : (n)
    . z^1 = Wx
    . a^1 = \sigma(z^1)
    + \frac{\partial a^1}{\partial x} = \text{diag}(a^1 \odot (1-a^1)) W
    - \frac{\partial a^1}{\partial x} = \text{diag}(a^1 \odot (1+a^1)) W

    = constants at every place
    h : (N)
    . \mu = \frac1N\sum_i h_i
    + \frac{\partial\mu}{\partial h_i}=\frac1N
    - \frac{\partial\mu}{\partial h_i}=\frac2N

    = derivatives by entries
    w : (m, n)
    x : (n)
    . z_j=\sum_k w_{jk}x_k
    + \frac{\partial z_j}{\partial w_{jk}}=x_k
    - \frac{\partial z_j}{\partial w_{jk}}=x_j
    + \frac{\partial z_j}{\partial x_k}=w_{jk}

    = a density by its logarithm
    x, mu : (n)
    . \log p(x) = -\frac12\|x-\mu\|^2
    + \nabla_x\log p(x) = -(x-\mu)
    - \nabla_x\log p(x) = (x-\mu)
    + \nabla_\mu\log p(x) = x-\mu

    = a density under a condition
    Sigma : (n, n), positive definite
    x, mu : (n)
    . \ln p(x|\mu,\Sigma)= -\frac12 (x-\mu)^T\Sigma^{-1}(x-\mu) - \frac12\ln|\Sigma|
    + \nabla_\mu \ln p(x|\mu,\Sigma) = \Sigma^{-1}(x-\mu)
    - \nabla_\mu \ln p(x|\mu,\Sigma) = -\Sigma^{-1}(x-\mu)

    = entries with a square
    h : (N, H)
    . \mu_l=\frac1N\sum_p h_{pl}
    . \sigma^2_l=\frac1N\sum_p (h_{pl}-\mu_l)^2
    + \mu = \frac1N h^T\mathbf 1
    - \mu = h^T\mathbf 1
    + \sigma^2_l=\frac1N\sum_p h_{pl}^2 - \mu_l^2

    = small letters beside capital ones
    M : (N, H)
    . m_l=\sum_p M_{pl}
    + m = M^T\mathbf 1

    = accents over an index
    v : (m)
    G : (n, m)
    . \hat{\nu_k}=\sum_i G_{ki} v_i
    + \hat\nu = Gv

    = a square in a spelling
    w2 : (n, m) as w^2
    x : (m)
    . C = \sum_j\sum_k w^2_{jk}x_k
    + \frac{\partial C}{\partial w^2_{jk}} = x_k

    = sums without index
    w, x : (n)
    + w^Tx = \sum{w_ix_i}
    + w^Tx = w_1x_1 + w_2x_2 + ... + w_nx_n
    + \text{sum}(x) = \mathbf 1^Tx

    = outer products
    u : (n)
    v : (m)
    W : (n, m)
    . f = u^TWv
    + \nabla_W f = u \otimes v
    - \nabla_W f = v \otimes u

    = softmax under another name
    x : (n)
    . \sigma(x) = \begin{bmatrix} \frac{\exp(x_1)}{\sum_j\exp(x_j)}\\ \vdots \\ \frac{\exp(x_n)}{\sum_j\exp(x_j)}\end{bmatrix}
    + \langle \sigma(x), \mathbf{1}\rangle = 1

    = chains with a side unread
    A : (n, n)
    X : (n, n)
    ? \frac{\partial}{\partial X}\text{tr}(XA) = 7A_{kl} = A^T

    = sizes stay numbers
    x : (n)
    . f = \text{tr}(xx^T)
    + n = \text{tr}(I_n)
    - n = 2\,\text{tr}(I_n)
    + \nabla f(x) = 2x

    = the size d as a factor
    Sigma : (d, d), positive definite
    x, mu : (d)
    sigma : scalar > 0
    . J = \frac{d}{2}\log(2\pi) + \frac12\log|\Sigma| + \frac12(x-\mu)^T\Sigma^{-1}(x-\mu)
    + \nabla_\mu J = -\Sigma^{-1}(x-\mu)
    + \text{tr}(\sigma I_d) = d\sigma
    - \text{tr}(\sigma I_d) = \sigma
    + \log|\sigma I_d| = d\log\sigma
    + \log|\sigma\Sigma| = d\log\sigma + \log|\Sigma|
    - \log|\sigma\Sigma| = \log\sigma + \log|\Sigma|

    = false restatements of a function
    A : (m, n)
    x : (n)
    y : (m)
    . F(x) = \|Ax-y\|^2
    - F(x) = x^TA^TAx - 2y^TAx
    - F(x) = \|Ax+y\|^2
    - F(x) = x^TA^TAx + y^Ty - y^TAx
    + \nabla F(x) = 2A^T(Ax-y)

    = points that are formulas
    x : (n)
    . f(x) = \|x\|^2
    - \nabla f(2x) = 2x
    + \nabla f(x) = 2x
    ? \nabla f(y) = 2y

    = points of a function without arguments
    w, v : (n)
    A : (n,n)
    . L = w^TAw
    + \nabla L(w) = (A+A^T)w
    + \nabla L(v) = (A+A^T)v
    - \nabla L(v) = (A+A^T)w
    + \nabla_w L(v) = (A+A^T)v

    = mistakes about functions that nothing defines
    W : (h, n)
    x : (n)
    . z = Wx
    . a = f(z)
    . \delta = f'(z) \odot z
    - \frac{\partial a}{\partial z} = f'(z)
    - \frac{\partial a}{\partial x} = \text{diag}(f'(z)) W^T
    - \frac{\partial a}{\partial x} = \text{diag}(f'(a)) W
    + \frac{\partial a}{\partial x} = (f'(z)\mathbf 1^T) \odot W

    = slopes of numbers
    x : (n)
    . g(z) = z^2
    - g'(x) = 3x

    = letters repeated on the left as well
    x, y : (n)
    A : (n, n)
    + x^Ty = x_iy_i
    - x^Ty = 2x_iy_i
    ? (Ax)_i = A_{ij}x_j + x_i
    + (Ax)_i = A_{ij}x_j
    - (Ax)_i = x_j A_{ji}

    = softmax of columns by entries
    Z : (n, m)
    . \text{softmax}(Z)_{ij} = \frac{e^{Z_{ij}}}{\sum_l e^{Z_{lj}}}
    + \mathbf 1^T\text{softmax}(Z) = \mathbf 1^T

    = softmax of rows found out
    Z : (n, m)
    . P = \text{softmax}(Z)
    - \sum_j P_{ij} = 2
    - P \mathbf 1 = 2\mathbf 1
    + P \mathbf 1 = \mathbf 1
    - \mathbf 1^T P = \mathbf 1^T

    = mistakes under conditions
    A, B : (n, n)
    - A_{ij} = B_{ij} \text{ for } i \neq j
    - A_{ij} = A_{ji} \text{ if } i \neq j
    + A_{ij} = A_{ji} \text{ if } i = j
    - A_{ij} = A_{ii} \quad (i \neq j)
    + A_{ij} = A_{ii} \quad (i = j)

    = differentials without the size d
    x : (n)
    a : scalar
    + d(x^Tx) = 2x^Tdx
    + d\log(a) = \frac{da}{a}
    + d(x^Tx) = dx^T x + x^Tdx
    - d(x^Tx) = x^Tdx
    + d\exp(x) = \exp(x) \odot dx

    = directions of columns
    x, y : (n)
    + d\exp(x) \cdot y = (\exp(x)\odot y)
    - d\exp(x) \cdot y = \exp(y) \odot x

    = a number named as a size
    X : (N, D)
    w : (D)
    . n = \|w\|
    + \nabla_w n = \frac{w}{n}

    = a function named as a size
    W : (h, n)
    x : (n)
    y : (h)
    . h(x) = \tanh(Wx)
    + \frac{\partial h}{\partial x} = \text{diag}(1-h(x)^2)W
    - \frac{\partial h}{\partial x} = \text{diag}(1+h(x)^2)W
    + \frac{1}{h}\sum_{i=1}^h y_i = \frac1h \mathbf 1^Ty
    """#
}
