/// Names that sizes share, derivatives at points and along directions, names defined twice, conditions on
/// indices, and softmax of rows.
enum ReadingsOfNames {
  static let table = #"""
    = sizes beside names: a named gradient
    Q : (n, d)
    V : (d, v)
    . L = \frac12\|QV\|_F^2
    + dV = Q^\top Q V

    = a derivative by a letter beside the size d
    Q : (n, d)
    V : (d, v)
    . L = \frac12\|QV\|_F^2
    + \frac{dL}{dV} = Q^\top Q V
    - \frac{dL}{dV} = Q Q V
    + \frac{1}{d} \text{tr}(QV V^TQ^T) = \frac1d \|QV\|_F^2

    = differentials beside the size d
    x : (d)
    . f = \frac12 x^Tx
    + \frac{df}{dx} = x
    - \frac{df}{dx} = 2x
    + df = x^T dx
    - df = 2x^T dx
    + \frac{1}{d}\sum_{i=1}^d x_i^2 = \frac{2}{d} f

    = a slope by a letter of its own
    x, theta : (d)
    . g(z) = \frac{1}{1+e^{-z}}
    + g'(z) = \frac{d}{dz}\frac{1}{1+e^{-z}}
    - g'(z) = \frac{d}{dz}\frac{1}{1+e^{z}}

    = differentials of matrices beside the size d
    A : (d, d), invertible
    + d(A^{-1}) = -A^{-1}\,dA\,A^{-1}
    - d(A^{-1}) = A^{-1}\,dA\,A^{-1}
    + d\,\text{tr}(A) = \text{tr}(dA)
    + \frac1d\text{tr}(I_d) = 1
    + \frac{\partial}{\partial A} \frac{\text{tr}(A)}{d} = \frac{1}{d} I

    = a bold name beside a size
    W : (h, k)
    x : (k)
    . \mathbf{h} = \tanh(Wx)
    + \frac{\partial \mathbf{h}}{\partial x} = \text{diag}(1-\mathbf{h}^2) W
    - \frac{\partial \mathbf{h}}{\partial x} = \text{diag}(1+\mathbf{h}^2) W

    = a name beside a size
    W : (h, k)
    x : (k)
    . h = \tanh(Wx)
    + \frac{1}{k} \|h\|^2 = \frac1k h^Th

    = gradients at other points
    A : (n, n), symmetric
    v, w : (n)
    . g(w) = \frac12 w^TAw
    - w + \nabla g(v) = w
    + \nabla g(v) = Av
    + \nabla_w g(v) = Av
    - \nabla g(v) = Aw
    + w^T\nabla g(v) = w^TAv
    + \nabla g(w) = Aw
    + \nabla^2 g(v) = A
    + \nabla_v g(v) = Av

    = points of a function of a column
    a, x : (n)
    . f(x) = \|x\|^2
    + \nabla f(a) = 2a
    + f(x) = f(a) + \nabla f(a)^T(x-a) + \|x-a\|^2
    - f(x) = f(a) + \nabla f(a)^T(x-a) + 2\|x-a\|^2
    + \frac{\partial f}{\partial x}(a) = 2a
    - \frac{\partial f}{\partial x}(a) = 2x
    + \nabla^2 f(a) = 2I
    + \nabla f(x-a) = 2(x-a)
    + Df(a) = 2a^T
    + J_f(a) = 2a^T
    + \frac{\partial f(a)}{\partial a} = 2a
    + \nabla f(2x) = 4x

    = points of a function of numbers
    x : scalar
    a : scalar
    . f(x) = x^3
    + f'(a) = 3a^2
    + f''(a) = 6a
    + \frac{df}{dx}(a) = 3a^2
    + f'(2) = 12

    = functions defined anew
    A : (m, n)
    W : (n,n)
    x, b : (n)
    y : (m)
    . F = \|Ax-y\|^2
    . F = \|Wx-b\|^2
    + \nabla_x F = 2W^T(Wx-b)

    = restatements
    a, t : (n)
    . J = \frac12\|a-t\|^2
    - J = \|a-t\|^2

    = expansions
    A : (m,n)
    x : (n)
    y : (m)
    . F = \|Ax-y\|^2
    - F = x^TA^TAx - 2y^TAx
    + F = x^TA^TAx - 2y^TAx + y^Ty
    - F = x^TA^TAx + 2y^TAx + y^Ty

    = conditions on indices
    x : (n)
    . s_j = \frac{e^{x_j}}{\sum_k e^{x_k}}
    + \frac{\partial s_j}{\partial x_i} = -s_js_i \text{ if } i \neq j
    + \frac{\partial s_j}{\partial x_i} = -s_js_i \quad \text{for } i \neq j
    + \frac{\partial s_j}{\partial x_i} = s_j(1-s_i) \quad \text{if } i = j
    + \frac{\partial s_j}{\partial x_i} = -s_js_i, \quad i \neq j
    + \frac{\partial s_j}{\partial x_i} = -s_js_i \quad (i \neq j)
    + \frac{\partial s_j}{\partial x_i} = s_j(1-s_j) \text{ when } i=j
    - \frac{\partial s_j}{\partial x_i} = s_js_i \text{ if } i \neq j
    - \frac{\partial s_j}{\partial x_i} = s_j(1+s_j) \text{ when } i=j

    = softmax by entries
    Z : (n, m)
    . \text{softmax}(Z)_{ij} = \frac{e^{Z_{ij}}}{\sum_l e^{Z_{il}}}
    + \text{softmax}(Z)\mathbf 1 = \mathbf 1

    = softmax of a row
    v : (1, m)
    + \text{softmax}(v) \mathbf 1 = 1
    - \text{softmax}(v) \mathbf 1 = m

    = softmax of rows
    X : (n, k)
    W : (k, c)
    . \hat Y = \text{softmax}(XW)
    + \sum_j \hat Y_{ij} = 1

    = directions of derivatives of exp
    x, h : (n)
    + d\exp(x) \cdot h = \exp(x) \odot h
    + d\exp(x)[h] = \exp(x) \odot h
    - d\exp(x) \cdot h = \exp(x)

    = directions of derivatives
    x, h : (n)
    . f(x) = \tanh(x)
    + df(x)[h] = (1-\tanh(x)^2)\odot h
    + Df(x)[h] = (1-\tanh(x)^2)\odot h
    + Df(x)\cdot h = (1-\tanh(x)^2)\odot h
    - Df(x)\cdot h = (1+\tanh(x)^2)\odot h

    = entries of transposes of products
    X, B : (n,n)
    + (XB)_{qp} = (XB)^T_{pq}
    - (XB)_{pq} = (XB)^T_{pq}
    + (XB)^T_{pq} = \sum_k X_{qk}B_{kp}

    = equations side by side
    B, C : (n, n)
    + \begin{align} B + C &= C + B & (BC)^T &= C^TB^T \end{align}
    - \begin{align} B + C &= C + B & (BC)^T &= B^TC^T \end{align}
    + \begin{align} B + C &= C + B & (BC)^T &= C^TB^T \\ &= C + B & &= C^TB^T \end{align}
    """#
}
