/// Spellings of derivatives, names, functions, fonts, rows, transposes, accents and powers.
///
/// For the form of the tables see `EquationTable`.
enum SpellingsOfNames {
  static let table = #"""
    = 1 gradient forms
    A : (m, n)
    x : (n)
    b : (m)
    S : (n, n) symmetric
    t : scalar
    . f(x) = \frac{1}{2}\|Ax-b\|_2^2
    + \frac{\mathrm{d} f}{\mathrm{d} x} = A^\top(Ax-b)
    + \frac{\partial}{\partial x}\left[\frac12 \|Ax - b\|^2\right] = A^T (A x - b)
    + \nabla f(x) = A^{\rm T}(Ax-b)
    + \partial_x f = A^T(Ax-b)
    + \frac{\partial f(x)}{\partial x} = A^T(Ax-b)
    + \nabla_{x}f(x) \triangleq A^T A x - A^T b
    + \dfrac{df}{dx}=A^T(Ax-b)
    - \dfrac{df}{dx}=A(Ax-b)
    + \frac{d}{dx} x^T S x = 2 S x
    + \frac{d (x^T S x)}{d x} = 2 S x
    + {\partial f \over \partial x} = A^T(Ax-b)
    + \frac{\partial\,\|Ax-b\|^2}{\partial\,x} = 2A^T(Ax-b)
    + \nabla_{\!x} f = A^T (A x - b)

    = 2 name subscripts
    W_hh : (h, h)
    W_xh : (h, d)
    W_hy : (k, h)
    x_t : (d)
    h_t, h_prev, b_h : (h)
    theta_old, theta_new, g : (p)
    eta : scalar
    . z_t = W_{hh} h_{prev} + W_{xh} x_t + b_h
    + z_t = W_{xh}x_t + W_{hh}h_{\text{prev}} + b_h
    . o_t = W_{hy} \tanh(z_t)
    . \theta_{\text{step}} = \theta_{\text{old}} - \eta g
    + \theta_{\mathrm{step}} = \theta_{old} - \eta g
    - \theta_{\text{step}} = \theta_{old} + \eta g
    . y_{t,1} = x_t^T x_t
    . L_{\text{reg}} = \|W_{hh}\|_F^2
    + \frac{\partial L_{\text{reg}}}{\partial W_{hh}} = 2 W_{hh}
    + \frac{\partial L_{reg}}{\partial W_{\mathrm{hh}}} = 2 W_{\text{hh}}
    - \frac{\partial L_{reg}}{\partial W_{hh}} = W_{hh}

    = 2 time steps
    W, U : (n, n)
    x_t, x_tm1 : (n)
    . c_{t+1} = \tanh(W x_t)
    + c_{t+1} = \tanh(W x_{t})

    = 3 functions
    z, x : (n)
    W : (n, n)
    a : scalar > 0
    + \sigma(z) = \frac{1}{1+e^{-z}}
    + \mathrm{sigmoid}(z) = \frac{1}{1+\exp(-z)}
    + \text{softmax}(z) = \frac{e^{z}}{\mathbf{1}^T e^{z}}
    + \tanh z = \frac{e^z - e^{-z}}{e^z + e^{-z}}
    + \ln(a^2) = 2\ln a
    + \operatorname{ReLU}(z) = \max(0, z)
    + \cosh^2(a) - \sinh^2(a) = 1
    + \sin^2 a + \cos^2 a = 1
    + \sqrt{a}\sqrt{a} = a
    + \exp\{a\} \exp\{-a\} = 1
    + \text{LogSumExp}(z) = \log \sum_i \exp(z_i)
    + \tanh'(a) = 1 - \tanh^2(a)
    - \tanh'(a) = 1 - \tanh(a)
    + \sigma(-a) = 1 - \sigma(a)
    + \log\frac{\sigma(a)}{1-\sigma(a)} = a
    + \operatorname{softplus}(a) = \ln(1+e^{a})

    = 4 fonts
    A, B : (n, n)
    x, mu : (n)
    Sigma : (n, n) positive definite
    + \mathbf{A B}^{\top} \mathbf{x} = \mathbf{A}\mathbf{B}^\top\mathbf{x}
    + \bm{A}\bm{x} = \mathit{A} \boldsymbol{x}
    + \boldsymbol{\Sigma}^{-1}\boldsymbol{\mu} = \Sigma^{-1} \bm\mu
    + \mathsf{A}\mathsf{x} = \mathtt{A} \mathtt{x}
    + \mathbf{(A + B) x} = \mathbf{A x + B x}
    - \mathbf{(A + B) x} = \mathbf{A x - B x}
    + \textbf{A}\textbf{x} = A x
    + {\bf A}{\bf x} = A x
    + \mathbf{x^T A x} = x^T A x

    = 5 layout
    A : (m, n)
    x : (n)
    b : (m)
    + \begin{aligned} \|Ax-b\|^2 &= (Ax-b)^\top (Ax-b) \\ &= x^\top A^\top A x - 2 b^\top A x + b^\top b \end{aligned}
    + \begin{align*} &\|Ax-b\|^2 \\ =& (Ax-b)^\top (Ax-b) \\ =& x^\top A^\top A x - 2 b^\top A x + b^\top b \end{align*}
    + \begin{split} \|Ax-b\|^2 &= (Ax-b)^\top (Ax-b) \\ &= x^\top A^\top A x \\ &\quad - 2 b^\top A x \\ &\quad + b^\top b \end{split}
    + \begin{equation} \begin{gathered} A(x + x) = 2 A x \\ b + b = 2 b \end{gathered} \end{equation}
    + \begin{eqnarray*} \|x\|^2 & = & x^Tx \\ & = & \mathrm{tr}(x x^T) \end{eqnarray*}
    - \begin{align} \|Ax-b\|^2 &= (Ax-b)^\top (Ax-b) \\ &= x^\top A^\top A x - b^\top A x + b^\top b \end{align}
    + \displaystyle \Big\| A x \Big\|_2^2 \;=\; x^{T} \! A^{T} \, A \: x \tag{3.2} \label{eq:q}
    + \begin{alignat}{2} Ax + Ax &= 2Ax, &\qquad b - b &= 0 \end{alignat}
    + \begin{multline} \|Ax-b\|^2 = x^TA^TAx \\ - 2b^TAx + b^Tb \end{multline}

    = 6 transposes
    A : (m, n)
    B : (n, m)
    x, y : (n)
    + (AB)^T = B^T A^T
    + (AB)^\top = B^\top A^\top
    + (AB)' = B' A'
    + (AB)^t = B^t A^t
    + (AB)^{\mathrm T} = B^{\mathrm T} A^{\mathrm T}
    + (AB)^{\intercal} = B^{\intercal} A^{\intercal}
    + (AB)^{\mathsf{T}} = B^{\mathsf{T}} A^{\mathsf{T}}
    + (AB)^{\prime} = B^{\prime} A^{\prime}
    + {(AB)}^T = {B}^T{A}^T
    + A^{TT} = A
    - (AB)^\top = A^\top B^\top

    = 7 accents
    yhat, y, xbar, x, xtilde : (n)
    What : (n, n)
    . \hat{e} = y - \hat{y}
    + \hat{e} = -(\widehat{y} - y)
    . \bar{z} = \frac{1}{2}(\bar{x} + \tilde x)
    + 2\overline{z} = \overline{x} + \widetilde{x}
    . \vec{v} = \vec{x} + \vec{y}
    + v = x + y
    + \hat{W}^T \hat y = \left(\hat{y}^T \hat{W}\right)^T
    . \dot{x} = \hat W x
    + \dot{x} = \hat{\mathbf{W}} \mathbf{x}
    - \hat{e} = \hat{y} - y
    + \mathbf{\hat{y}} = \hat{\mathbf{y}}
    + \boldsymbol{\hat{\mathrm{y}}}^T y = y^T \hat y

    = 8 powers
    A : (n, n) invertible
    S : (n, n) positive definite
    x : (n)
    c : scalar > 0
    + (A^T)^{-1} = (A^{-1})^T
    + A^{-T} = (A^{-1})^\top
    + A^{-\top} x = (A^{\top})^{-1} x
    + \det(A^{-1}) = \frac{1}{\det A}
    + c^{1/2} c^{1/2} = c
    + c^{-1/2} = \frac{1}{\sqrt{c}}
    + A^2 A^{-1} = A
    + (A^{-1})^{-1} = A
    + \left(c^{2}\right)^{\frac{1}{2}} = c
    + S^{1/2} S^{1/2} = S
    - (A^T)^{-1} = A^{-1}
    + A^0 = I
    + \frac{1}{c^2} = c^{-2}
    + A^{+} = A^{-1}
    + A^3 = A A A
    + x^{\odot 2} = x \odot x
    """#
}
