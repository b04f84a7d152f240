/// Prose between equations, letters that stand for any number, items as variables, and definitions that cannot
/// be read.
enum FreeLetters {
  static let table = #"""
    = words between equations, letters that run freely
    A, B : (n, n)
    x, y : (n)
    a : scalar
    + x^Ty = y^Tx \text{ for all } x, y
    + \text{tr}(AB) = \text{tr}(BA) \text{ and } \text{tr}(A^T) = \text{tr}(A)
    - \text{tr}(AB) = \text{tr}(BA) \text{ and } \text{tr}(A^T) = -\text{tr}(A)
    + (AB)^T \text{ (by definition) } = B^TA^T
    ? x^T \text{times} y = y^T x
    + x^Ty = y^Tx \quad \text{since } x^Ty \text{ is a number}
    + x^Ty = y^Tx \;\text{(scalar)}
    + \|x\|^2 = x^T x \text{, so } \|x\| = \sqrt{x^Tx}
    + A^T \text{} B = (B^TA)^T
    + \frac{d}{ds}\log(s) = \frac1s
    - \frac{d}{ds}\log(s) = \frac{1}{s^2}
    + \frac{d}{ds} s^3 = 3s^2
    - \frac{d}{ds} s^3 = 3s^3
    + \frac{d^2}{ds^2} s^3 = 6s
    + \frac{\partial}{\partial u}\left(u\,e^{u}\right) = (1+u)e^u
    + \sin'(u) = \cos(u)
    + \cos'(u) = -\sin(u)
    - \cos'(u) = \sin(u)
    ? \frac{\partial L}{\partial h} = A^T\delta
    ? \frac{\partial}{\partial h} A h = A
    + \max_i x_i \max_j y_j = \max(x)\max(y)
    + \min_{1\le i\le n} x_i = \min(x)
    + \log\sum_i e^{x_i} = \max_j x_j + \log\sum_i e^{x_i - \max_j x_j}
    + (x - y)_+ - (y - x)_+ = x - y
    - (x - y)_+ + (y - x)_+ = x - y
    + [i = j] x_j = [i=j] x_i
    + \sum_j [i=j] x_j = x_i
    - \sum_j [i\neq j] x_j = x_i
    + D_x(Ax) = A
    - D_x(Ax) = A^T
    + D_x(a\,x^Ty) = a\,y^T
    + {}^tx A y = {}^ty\,{}^tA x
    - {}^tx A y = {}^ty A x
    + \frac{\partial x^TAx}{\partial x} = (A+A^T)x \in \mathbb{R}^n
    ? x \in \mathbb{R}^n
    ? \mathbb{P}(x > a) = 1 ## probability
    ? p(x \mid y) = p(y \mid x) p(x)
    + d(\mathrm{tr}(A^TA)) = 2\,\mathrm{tr}(A^TdA)

    = items
    X : (m, f)
    Y : (n, f)
    R : (m, n)
    w : (f)
    . J = \sum_{i,j}(R_{ij} - x_i^Ty_j)^2
    + \frac{\partial J}{\partial x_i} = -2\sum_j(R_{ij}-x_i^Ty_j)y_j
    + \frac{\partial J}{\partial y_j} = -2\sum_i(R_{ij}-x_i^Ty_j)x_i
    - \frac{\partial J}{\partial y_j} = -2\sum_i(R_{ij}-x_i^Ty_j)y_j
    - \frac{\partial J}{\partial x_i} = 2\sum_j(R_{ij}-x_i^Ty_j)y_j
    + \nabla_{x_i} J = -2\sum_{j=1}^n(R_{ij}-x_i^Ty_j)y_j

    = square items
    X : (n, n)
    w : (n)
    ? J = \sum_i (w^Tx_i)^2 ## may be a row or a column
    ? \frac{\partial J}{\partial x_i} = 2(w^Tx_i)w

    = columns
    X : (f, m)
    w : (f)
    . J = \sum_{i=1}^m (w^Tx_i)^2
    + \frac{\partial J}{\partial x_i} = 2(w^Tx_i)w
    - \frac{\partial J}{\partial x_i} = 2(w^Tx_i)x_i

    = unread definition
    W : (k, n)
    x : (n)
    y : (k)
    . z = Wx
    ? \mathcal{L} = \mathbb{E}[\ell(z)] + \Omega(W)
    + \frac{\partial\mathcal{L}}{\partial W} = \frac{\partial\mathcal{L}}{\partial z}x^T
    - \frac{\partial\mathcal{L}}{\partial W} = x\frac{\partial\mathcal{L}}{\partial z}^T
    ? \frac{\partial\mathcal{L}}{\partial W} = \frac{\partial\mathcal{L}}{\partial z}x^T + W

    = variance
    x : (n)
    . \mu = \frac1n\sum_i x_i
    . \sigma^2 = \frac1n\sum_i(x_i-\mu)^2
    + \sigma^2 = \frac1n\sum_i x_i^2 - \mu^2
    - \sigma^2 = \frac1n\sum_i x_i^2 + \mu^2
    + \frac{\partial\sigma^2}{\partial x_i} = \frac2n(x_i-\mu)
    + \frac{1}{\sqrt{\sigma^2}}\sigma^2 = \sqrt{\sigma^2}

    = prose
    A, B : (n, n)
    x, y : (n)
    + (AB)^T \quad \text{(by definition)} = B^TA^T
    + (AB)^T = B^TA^T \quad\quad = (AB)^T
    + x^Ty = y^Tx, \quad \text{for every } x, y
    + x^Ty = y^Tx, \quad \forall x, y
    - (AB)^T \text{ by definition } = A^TB^T
    - (AB)^T = B^TA^T \quad\quad = AB^T

    = relu called sigma
    z, x : (n)
    W : (n, n)
    . \sigma(z) = \max(0, z)
    + \sigma'(t) = \mathbb{1}[t > 0]
    + \sigma(Wx) = \max(0, Wx)
    - \sigma(Wx) = \frac{1}{1+e^{-Wx}}

    = tanh called sigma
    x : (n)
    . \sigma(u) = \tanh(u)
    + \sigma'(u) = 1 - \sigma(u)^2
    - \sigma'(u) = \sigma(u)(1-\sigma(u))

    = logistic
    x : (n)
    . \sigma(u) = \frac{1}{1+e^{-u}}
    + \sigma'(u) = \sigma(u)(1-\sigma(u))
    - \sigma'(u) = 1-\sigma(u)^2

    = values of derivatives by a letter
    A, V : (n, n)
    x, b : (n)
    f = tr(A^3)
    + \frac{d}{dt} f(A + tV)\Big|_{t=0} = 3\operatorname{tr}(A^2 V)
    - \frac{d}{dt} f(A + tV)\Big|_{t=0} = 3\operatorname{tr}(A V)
    + \left.\frac{d^2}{dt^2} f(A + tV)\right|_{t=0} = 6\operatorname{tr}(A V^2)
    + \frac{d^2}{dt^2} (A + tV)^{-1}\Big|_{t=0} = 2A^{-1}VA^{-1}VA^{-1}
    - \frac{d^2}{dt^2} (A + tV)^{-1}\Big|_{t=0} = A^{-1}VA^{-1}VA^{-1}
    + \frac{d}{dt} \sum_i (x_i + t b_i)^2\Big|_{t=0} = 2x^Tb
    - \frac{d}{dt} \sum_i (x_i + t b_i)^2\Big|_{t=0} = x^Tb
    + \frac{d}{dt} \sum_{i=1}^n \exp(x_i + t b_i)\Big|_{t=0} = \exp(x)^Tb

    = diagonals, roots, inverses and sums behind another letter
    A, X : (n, n)
    M : (n, n) positive definite
    W : (m, n)
    s, x : (n)
    y : (m)
    g = norm2(W*x - y)^2
    h = tr(inv(X)*A)
    k = logdet(M) + x'*inv(M)*x
    + \operatorname{diag}\{s_i\} x = s \odot x
    + \operatorname{diag}(s_i^2) = \operatorname{diag}(s)^2
    - \operatorname{diag}(s_i^2) = \operatorname{diag}(s)
    + \operatorname{diag}(s_1, \dots, s_n) = \operatorname{diag}(s)
    + A^{1/2} A^{1/2} = A
    + A^{-1/2} A A^{-1/2} = I
    - A^{1/2} A^{1/2} = A^2
    + \frac{\partial h}{\partial X^{-1}} = A^T
    - \frac{\partial h}{\partial X^{-1}} = A
    + \nabla_{M^{-1}} k = xx^T - M
    - \nabla_{M^{-1}} k = xx^T + M
    ? x - \nabla g = x ## it depends on W, x and y
    + \sum_{i=1}^n \sum_{j=1}^{i-1} s_i x_j = \sum_{j=1}^n \sum_{i=j+1}^n s_i x_j
    - \sum_{i=1}^n \sum_{j=1}^{i-1} s_i x_j = \sum_{i=1}^n \sum_{j=1}^{i} s_i x_j
    """#
}
