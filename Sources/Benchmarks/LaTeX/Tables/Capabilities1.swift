/// One capability after the other, as the field spells it: the first half of a survey's order.
enum FirstCapabilities {
  static let table = #"""
    = gradient forms
    A : (m, n)
    x : (n)
    b : (m)
    f = norm2(A*x - b)^2
    + \frac{\partial f}{\partial x} = 2A^T(Ax-b)
    + \frac{\partial}{\partial x} f = 2A^\top(Ax - b)
    + \frac{d f}{d x} = 2 A^{\mathrm{T}} (A x - b)
    + \frac{\mathrm{d} f}{\mathrm{d} \mathbf{x}} = 2 \mathbf{A}^\mathsf{T} \mathbf{A x} - 2\mathbf{A^T b}
    + \nabla_x f = 2 A'(Ax-b)
    + \nabla_{\!x} f(x) = 2 A^T A x - 2 A^T b
    + {\partial f \over \partial x} = 2A^T(Ax-b)
    + \partial f/\partial x = 2A^T(Ax-b)
    + \dfrac{\partial f(x)}{\partial x} = 2 A^{\intercal} (A x - b)
    + \frac{\partial \lVert Ax-b \rVert_2^2}{\partial x} = 2A^T(Ax-b)
    + \frac{\partial}{\partial x} \left\| A x - b\right\|^2 = 2A^T\left(Ax-b\right)
    + \frac{\partial (Ax-b)^T(Ax-b)}{\partial x}=2A^T(Ax-b)
    + \left(\frac{\partial f}{\partial x}\right)^T = 2(Ax-b)^TA
    + \nabla f = 2A^T(Ax-b) = 2A^TAx - 2A^Tb
    - \nabla_x f = A^T(Ax-b)
    - \frac{\partial f}{\partial x} = 2A^T(b-Ax)
    - \frac{\partial f}{\partial x} = 2A(Ax-b)
    - \frac{\partial f}{\partial x} = 2A^TAx - A^Tb

    = name subscripts
    W_hh : (h, h)
    W_xh : (h, d)
    b_h : (h)
    x_t : (d)
    hprev : (h) as h_{t-1}
    theta_old : (p)
    theta_new : (p)
    z_t = W_hh*hprev + W_xh*x_t + b_h
    . h_t = \tanh(W_{hh} h_{t-1} + W_{xh} x_t + b_h)
    + h_t = \tanh(z_t)
    + h_t = \tanh\left(W_{xh}x_t + W_{hh}h_{t-1} + b_h\right)
    - h_t = \tanh(W_{hh} h_{t-1} - W_{xh} x_t + b_h)
    + \|\theta_{\text{new}} - \theta_{\text{old}}\|^2 = \|\theta_{\mathrm{old}} - \theta_{\mathrm{new}}\|^2
    + \theta_{new}^T\theta_{old} = \theta_{old}^T \theta_{new}
    - \|\theta_{\text{new}} - \theta_{\text{old}}\|^2 = \|\theta_{\mathrm{old}} + \theta_{\mathrm{new}}\|^2

    = functions of arguments
    x, w : (n)
    y : (n) > 0
    b : scalar
    + \sigma(w^Tx+b) = \frac{1}{1+e^{-(w^Tx+b)}}
    + \sigma(x) = \frac{1}{1+\exp(-x)}
    + \log\left(\frac{1}{1+e^{-x}}\right) = -\ln(1+\exp(-x))
    + \tanh x = 2\sigma(2x) - 1
    + 1-\tanh^2(x) = \frac{1}{\cosh^2 x}
    + \sqrt{y} \odot \sqrt{y} = y
    + \text{softmax}(x) = \frac{\exp(x)}{\sum \exp(x)}
    + \mathrm{ReLU}(x) = \max(0, x)
    + \operatorname{softplus}(x) = \log(1+e^{x})
    + \log \sigma(b) = -\log(1+e^{-b})
    + \sin^2 x + \cos^2 x = \mathbf{1}
    - \tanh x = 2\sigma(x) - 1
    - \sigma(x) = \frac{1}{1+\exp(x)}
    - \log\left(\frac{1}{1+e^{-x}}\right) = \ln(1+\exp(-x))

    = fonts and Greek
    A, B : (n, n)
    x : (n)
    Sigma : (n, n) symmetric invertible
    mu : (n)
    theta : (p)
    + \mathbf{A B x} = \boldsymbol{A}(\bm{B}\vec{x})
    + \mathbf{(A + B) x} = \mathbf{A x + B x}
    + \mathcal{A}\mathrm{x}+\mathsf{B}x = {\bf A} x + {\bf B} {\bf x}
    + (\mathbf{x}-\boldsymbol{\mu})^{\top}\boldsymbol{\Sigma}^{-1}(\mathbf{x}-\boldsymbol{\mu}) = \mathbf{x}^\top\boldsymbol{\Sigma}^{-1}\mathbf{x} - 2 \boldsymbol\mu^\top\boldsymbol\Sigma^{-1} \mathbf x + \boldsymbol\mu^\top\boldsymbol\Sigma^{-1}\boldsymbol\mu
    + \boldsymbol{\theta}^\top\boldsymbol{\theta} = \|\boldsymbol{\theta}\|_2^2
    - \mathbf{A B x} = \boldsymbol{B A}\vec{x}
    - (\mathbf{x}-\boldsymbol{\mu})^{\top}\boldsymbol{\Sigma}^{-1}(\mathbf{x}-\boldsymbol{\mu}) = \mathbf{x}^\top\boldsymbol{\Sigma}^{-1}\mathbf{x} - \boldsymbol\mu^\top\boldsymbol\Sigma^{-1} \mathbf x + \boldsymbol\mu^\top\boldsymbol\Sigma^{-1}\boldsymbol\mu

    = layout
    A : (m, n)
    x : (n)
    b : (m)
    f = norm2(A*x - b)^2
    + \begin{split} \nabla_x f &= 2A^T(Ax-b) \\ &= 2A^TAx - 2A^Tb \end{split}
    + \begin{equation*} \nabla_x f = 2A^T\bigl(Ax-b\bigr) \tag{3.1} \label{eq:grad} \end{equation*}
    + \begin{align*} f &= \|Ax-b\|^2 \\[1.2em] &= (Ax-b)^T(Ax-b) \\ &= x^TA^TAx - 2 b^TAx + b^Tb \end{align*}
    + \begin{eqnarray*} f & = & \left\| Ax-b \right\|^2 \\ & = & x^TA^TAx - x^TA^Tb - b^TAx + b^Tb \end{eqnarray*}
    + \displaystyle f = \Big( Ax - b \Big)^{\!T} \Big( Ax-b \Big)
    + \begin{aligned}
      f
      &= (Ax-b)^T(Ax-b) \\
      &= x^TA^TAx \\
      &\quad - 2b^TAx + b^Tb.
      \end{aligned}
    + \begin{gather} f = x^TA^TAx-2b^TAx+b^Tb, \\ \nabla_x f = 2A^TAx-2A^Tb. \end{gather}
    + f = \\ = \|Ax-b\|^2
    + \begin{alignat}{2} f &= \|Ax-b\|^2 & &= \|b-Ax\|^2 \end{alignat}
    + \begin{array}{rcl} f & = & (Ax-b)^T(Ax-b) \\ & = & \|b - Ax\|_2^2 \end{array}
    - \begin{split} \nabla_x f &= 2A^T(Ax-b) \\ &= 2A^TAx - A^Tb \end{split}
    - \begin{align*} f &= \|Ax-b\|^2 \\ &= (Ax-b)^T(Ax-b) \\ &= x^TA^TAx - 2 b^TAx - b^Tb \end{align*}

    = transposes
    X : (n, d)
    w : (d)
    T : (d, d)
    + X^TX w = X^{\top}Xw = X^{\mathrm T}Xw = X^{\mathsf{T}}Xw = X^\intercal X w = X^{t} X w = X'Xw = {X}^{\text{T}} X w
    + (Xw)^T = w^TX^T
    + {(X w)}^{\rm T} X = {w^{T}} {X^{T}} X
    + (X^TX)^T=X^TX
    + w^{TT} = w
    + \left(X^{\top}\right)^{\top} w = X w
    + w^\mathrm{T} T w = w^T T^T w
    + X^{\prime} X = X' X
    - (Xw)^T = X^Tw^T
    - X^TXw = XX^T w
    - w^T X^T X w = w X^T X w^T

    = accents
    xhat, xtilde, xbar, ytilde : (n)
    theta_hat : (n) as \hat{\theta}
    thetadot : (n)
    Sigmahat : (n, n)
    + \hat{x}^T\tilde{x} = \tilde x^T \hat x
    + \widehat{x} - \widetilde{x} + \bar{x} = \overline{x} + \hat{\mathbf x} - \tilde{\mathbf{x}}
    + \hat\theta^\top \hat{\boldsymbol{\Sigma}}\hat\theta = \hat\theta^\top\hat{\boldsymbol{\Sigma}}^\top\hat\theta
    + \dot{\theta}^T\dot{\boldsymbol{\theta}} = \left\|\dot\theta\right\|^2
    - \hat{x} - \tilde{x} = \tilde{x} - \hat{x}

    = inverses and powers
    A : (n, n) positive definite
    B : (n, n) invertible
    P : (m, n)
    x : (n)
    s : scalar > 0
    v : (n) > 0
    + (AB)^{-1} = B^{-1}A^{-1}
    + A^{-T} = (A^T)^{-1} = (A^{-1})^T
    + A^2 = AA
    + (A^{-1})^{-1} = A
    + s^{1/2}s^{1/2} = s = \sqrt{s}^2
    + s^{-3/2} = \frac{1}{s\sqrt{s}}
    + (A+xx^T)^{-1} = A^{-1} - \frac{A^{-1}xx^TA^{-1}}{1+x^TA^{-1}x}
    + A^{-\top} B = (A^{-1})^{\top} B
    + A^0 = I
    + v^{-1/2} = \frac{1}{\sqrt{v}}
    + \operatorname{diag}(v)^{-1/2} = \operatorname{diag}(v^{-1/2})
    - (AB)^{-1} = A^{-1}B^{-1}
    - (A+xx^T)^{-1} = A^{-1} + \frac{A^{-1}xx^TA^{-1}}{1+x^TA^{-1}x}
    - s^{-3/2} = \frac{1}{\sqrt{s}}

    = norms and bars
    A : (m, n)
    S : (n, n)
    x, y : (n)
    c : scalar
    + \|Ax\|_2^2 = x^TA^TAx
    + ||A||_F^2 = \operatorname{tr}(A^TA)
    + \left\lVert x \right\rVert = \sqrt{x^Tx}
    + |c|^2 = c^2
    + |S^T| = |S|
    + \langle x, y \rangle = x^Ty
    + \left\langle Ax, Ay \right\rangle = y^TA^TAx
    + \lVert x - y\rVert^2 = \|x\|^2 - 2\langle x,y\rangle + \|y\|^2
    + \Vert x \Vert_1 = \sum |x|
    + \| x \|^2 + \| y \|^2 = \|x\|_2^2 + \|y\|_2^2
    + ||x-y||^2 = ||x||^2 + ||y||^2 - 2 x\cdot y
    + \left|\left|x\right|\right|^2 = x^T x
    - ||x-y||^2 = ||x||^2 + ||y||^2 + 2 x\cdot y
    - \|Ax\|_2^2 = x^TAA^Tx
    - ||A||_F = \operatorname{tr}(A^TA)

    = layer superscripts
    W1 : (h, n)
    W2 : (k, h)
    b1 : (h)
    b2 : (k)
    x : (n)
    f(z) = tanh(z)
    . z^{[1]} = W^{[1]}x + b^{[1]}
    . a^{[1]} = f(z^{[1]})
    . z^{[2]} = W^{[2]}a^{[1]} + b^{[2]}
    + \frac{\partial L}{\partial a^{[1]}} = W^{[2]T}\frac{\partial L}{\partial z^{[2]}}
    + \frac{\partial L}{\partial W^{[2]}} = \frac{\partial L}{\partial z^{[2]}} a^{[1]T}
    + \frac{\partial L}{\partial z^{[1]}} = {W^{[2]}}^T\frac{\partial L}{\partial z^{[2]}} \odot f'(z^{[1]})
    + \frac{\partial L}{\partial W^{[1]}} = \left(W^{[2]\top}\frac{\partial L}{\partial z^{[2]}} * f'(z^{[1]})\right) x^T
    + \frac{\partial L}{\partial b^{[1]}} = \frac{\partial L}{\partial z^{[1]}}
    + z^{[2]} = W^2 \tanh(W^1 x + b^1) + b^2
    - \frac{\partial L}{\partial z^{[1]}} = W^{[2]}\frac{\partial L}{\partial z^{[2]}} \odot f'(z^{[1]})
    - \frac{\partial L}{\partial z^{[1]}} = {W^{[2]}}^T\frac{\partial L}{\partial z^{[2]}} \odot f'(z^{[2]})
    - \frac{\partial L}{\partial W^{[2]}} = \frac{\partial L}{\partial z^{[1]}} a^{[1]T}

    = finite sums and products
    X : (n, d)
    y, a : (n)
    w : (d)
    B : (d, d)
    v : (d) > 0
    + \|Xw-y\|^2 = \sum_{i=1}^n (x_i^Tw - y_i)^2
    + \sum_{i=1}^{n} a_i y_i = a^Ty
    + \sum_i a_i x_i = X^Ta
    + \sum_{i=1}^n x_ix_i^T = X^TX
    + \sum_{i=1}^n \sum_{j=1}^d X_{ij} w_j a_i = a^T X w
    + \sum_{i,j} B_{ij}^2 = \operatorname{tr}(B^TB)
    + \sum_{j=1}^d B_{jj} = \operatorname{tr} B
    + \frac{1}{n}\sum_{i=1}^n (y_i - a_i) = \frac1n \mathbf{1}^T(y-a)
    + \log \prod_{j=1}^d v_j = \sum_{j=1}^d \log v_j
    + \sum_{i=0}^{n-1} a_i^2 = \|a\|^2
    + \sum_{i=1}^{n} \left( y_i - \sum_{j=1}^{d} X_{ij} w_j \right)^2 = (y-Xw)^T(y-Xw)
    - \|Xw-y\|^2 = \sum_{i=1}^n (x_i^Tw + y_i)^2
    - \sum_{i=1}^n a_i x_i = X^Ty
    - \sum_{i=1}^n x_ix_i^T = XX^T
    - \sum_{i,j} B_{ij}^2 = \operatorname{tr}(BB)

    = components
    W : (k, n)
    x : (n)
    b, y : (k)
    z = W*x + b
    p = softmax(z)
    J = norm2(z - y)^2
    L = -y'*log(p)
    + z_i = \sum_j W_{ij}x_j + b_i
    + \frac{\partial z_i}{\partial x_j} = W_{ij}
    + \frac{\partial z_i}{\partial W_{jk}} = \delta_{ij} x_k
    + \frac{\partial z_i}{\partial b_j} = \delta_{ij}
    + \frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)
    + \frac{\partial J}{\partial W_{ij}} = 2(z_i-y_i)x_j
    + \frac{\partial J}{\partial x_j} = \sum_{i=1}^k 2(z_i - y_i)W_{ij}
    + \frac{\partial J}{\partial x_j} = \sum_i \frac{\partial J}{\partial z_i}\frac{\partial z_i}{\partial x_j}
    + \frac{\partial J}{\partial b_i} = 2(z_i-y_i)
    + p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}
    + p_i = \frac{\exp(z_i)}{\sum_{j=1}^k \exp(z_j)}
    + L = -\sum_i y_i \log p_i
    + (W^TW)_{ij} = \sum_k W_{ki} W_{kj}
    + [W x]_i = \sum_j W_{ij} x_j
    + \frac{\partial L}{\partial z_i} = p_i\sum_k y_k - y_i
    - \frac{\partial z_i}{\partial x_j} = W_{ji}
    - \frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} + p_j)
    - \frac{\partial J}{\partial W_{ij}} = (z_i-y_i)x_j
    - z_i = \sum_j W_{ji}x_j + b_i
    - p_i = \frac{e^{z_i}}{\sum_j e^{p_j}}
    """#
}
