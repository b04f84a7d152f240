/// What stands behind equations without belonging to them, signs that mean the identity or a function by
/// habit, zeros in front, and derivatives by stacked entries.
enum SideConditions {
  static let table = #"""
    = where an equation holds
    A : (n, n) invertible
    X : (n, n) positive definite
    x, y : (n)
    t : scalar
    . f(x) = x^Tx,\quad x\in\mathbb{R}^n
    + \nabla f(x) = 2x,\quad x\in\mathbb{R}^n
    - \nabla f(x) = 2,\quad x\in\mathbb{R}^n
    + \nabla f(x) = 2x \qquad x\in\mathbb{R}^n
    + x^TAx = \operatorname{tr}(Axx^T),\quad A\in\mathbb{R}^{n\times n}
    - \det X^2 = \det X, \quad X \in\mathbb{R}^{n\times n}
    - A(x+y)-Ay = A,\quad x\in\mathbb{R}^n
    + \nabla f(x) = 2x,\quad x\neq 0
    - \nabla f(x) = x,\quad x\neq 0
    + \|tx\| = t\|x\|, \quad t > 0
    - \|tx\| = t^2\|x\|, \quad t > 0
    ? \|tx\| = -t\|x\|, \quad t < 0 ## condition
    + \nabla\log\det X = X^{-1}, \quad X \succ 0
    - \nabla\log\det X = X, \quad X \succ 0
    + \frac{\partial f}{\partial x_i} = 2x_i,\quad i=1,\dots,n
    - \frac{\partial f}{\partial x_i} = 2,\quad i\in\{1,\dots,n\}
    + \frac{\partial f}{\partial x_i} = 2x_i, \quad 1\le i\le n
    + \nabla f(x) = 2x \quad (x\in\mathbb{R}^n)
    + \nabla f(x) = 2x, \; x\in\mathbb{R}^n
    + \begin{align} \nabla f(x) &= 2x && x\in\mathbb{R}^n \end{align}
    - \begin{align} \nabla f(x) &= x && x\in\mathbb{R}^n \end{align}
    + AA^{-1} = I \quad\blacksquare
    + (AX)^{-1} = X^{-1}A^{-1} \qquad \square
    - (AX)^{-1} = A^{-1}X^{-1} \qquad \square
    + AA^{-1} = I \hfill \Box
    + \because AA^{-1} = I
    + AA^{-1} = I \mbox{ (by definition)}

    = identities by other signs
    A, B : (n, n) invertible
    S : (n, n) positive definite
    v : (n)
    lambda : scalar
    + (\mathbb{I}+AB)^{-1}A = A(\mathbb{I}+BA)^{-1}
    + AA^{-1} = \mathbb{I}_n
    + A\mathbb{I} = A
    - A\mathbb{I} = 2A
    + \nabla_v (v^TSv - \lambda v^Tv) = 2(S-\lambda\mathbb{I})v
    - \nabla\log\det S = 2S^{-1}-(S^{-1}\circ\mathbb{I})
    + I = AA^{-1}
    - I = A^2
    + AA^{-1} = \mathrm{Id}
    + 0 = A - A
    + \mathbf{0} = AB - (B^TA^T)^T
    - 0 = A - B
    + 0 = v - v

    = a distance called d
    x, y : (n)
    S : (n, n) positive definite
    . d(x) = \|x-y\|^2
    + \nabla d(x) = 2(x-y)
    - \nabla d(x) = 2(x+y)

    = a distance of two
    u, v : (n)
    . d(u, v) = 1-\langle u,v\rangle
    + \frac{\partial d}{\partial v} = -u
    - \frac{\partial d}{\partial v} = u

    = derivatives by stacked entries
    X : (m, n)
    A : (m, n)
    b : (n)
    . f = Xb
    + \frac{\partial f}{\partial(\operatorname{vec}X)^T} = b^T\otimes I_m
    - \frac{\partial f}{\partial(\operatorname{vec}X)^T} = I_m\otimes b^T
    + \frac{\partial f}{\partial\operatorname{vec}(X)^T} = b^T\otimes I_m

    = a number by stacked entries
    X, A : (m, n)
    . f = \operatorname{tr}(A^TX)
    + \frac{\partial f}{\partial\operatorname{vec}(X)} = \operatorname{vec}(A)
    - \frac{\partial f}{\partial\operatorname{vec}(X)} = \operatorname{vec}(A^T)

    = powers of numbered names
    U : (h, h)
    h0, w : (h)
    g1 = tanh(U*h0)
    g2 = tanh(U*g1)
    + 1-g_2^2 = 1 - g_2 \bullet g_2
    - 1-g_2^2 = 1 - g_1 \bullet g_2
    + (w\bullet(1-g_1^2))h_0^{T} = (w - w\bullet g_1 \bullet g_1)h_0^T

    = steps of a recurrence
    W : (h, h)
    h0, x1, x2, v : (h)
    h1 = tanh(W*h0 + x1)
    h2 = tanh(W*h1 + x2)
    d2 = v.*(1-h2.^2)
    d1 = (W'*d2).*(1-h1.^2)
    . E = v^Th_2
    + \frac{\partial E}{\partial W} = \sum_{t=1}^{2} d_t h_{t-1}^T
    - \frac{\partial E}{\partial W} = \sum_{t=1}^{2} d_t h_t^T
    """#
}
