/// One capability after the other, as the field spells it: the second half of a survey's order.
enum SecondCapabilities {
  static let table = #"""
    = delta as a gradient
    W : (k, n)
    a : (n)
    z = W*a
    . \delta := \frac{\partial L}{\partial z}
    + \frac{\partial L}{\partial W} = \delta a^T
    + \frac{\partial L}{\partial a} = W^T\delta
    + \frac{\partial L}{\partial W_{ij}} = \delta_i a_j
    + \frac{\partial L}{\partial a_j} = \sum_i \delta_i W_{ij}
    + \frac{\partial L}{\partial W} = \frac{\partial L}{\partial z} a^T = \delta a^T
    - \frac{\partial L}{\partial W} = a \delta^T
    - \frac{\partial L}{\partial a} = W\delta
    - \frac{\partial L}{\partial a_j} = \sum_i \delta_i W_{ji}

    = products and quotients
    A, B : (n, n)
    x, y : (n)
    c, e : scalar > 0
    + A \cdot B x = A(Bx) = A \times B \times x
    + \frac{x^Ty}{c} = \frac1c x^Ty = x^Ty/c
    + c * A * x = c \cdot A x
    + x \cdot y = \sum_i x_iy_i
    + \frac{c}{e} \cdot \frac{e}{c} = 1
    + \frac {1} {2} (x+x) = x
    + \frac12 c \cdot 2 = c
    + (x^T y) A x = A x (y^T x)
    + x\,y^{\top}x = (y^Tx)\,x
    + c\cdot(x+y) = c\cdot x+c\cdot y
    - A \cdot B = B \cdot A
    - \frac{x^Ty}{c} = c\,x^Ty
    - x\,y^{\top}x = (y^Tx)\,y

    = derivative of an elementwise function
    z : (n)
    s : scalar
    f(t) = 1/(1 + exp(-t))
    g(t) = tanh(t)
    h(t) = log(1 + exp(t))
    + f'(z) = f(z) \odot (1 - f(z))
    + g'(z) = 1 - g(z)^2
    + h'(z) = f(z)
    + f^{\prime}(s) = f(s)(1-f(s))
    + \sigma'(z) = \sigma(z)\odot(1-\sigma(z))
    + \tanh'(s) = 1-\tanh^2(s)
    + \frac{d}{ds} \sigma(s) = \sigma(s)(1-\sigma(s))
    + \frac{d \tanh(s)}{d s} = 1-\tanh^2 s
    + f''(s) = f'(s)(1-2f(s))
    + \frac{\partial \log(1+e^{s})}{\partial s} = \frac{e^s}{1+e^s}
    - f'(z) = f(z) \odot (1 + f(z))
    - g'(z) = 1 + g(z)^2
    - \frac{d}{ds} \sigma(s) = \sigma(s)(1-s)
    - f''(s) = f'(s)(1-f(s))

    = differentials
    X : (n, n) invertible
    A : (m, n)
    x : (n)
    f = logdet(X)
    g = x'*x
    J = norm2(A*x)^2
    + df = \operatorname{tr}(X^{-1}dX)
    + d\log\det X = \mathrm{tr}\left(X^{-1}\mathrm{d}X\right)
    + dg = 2x^Tdx
    + \mathrm{d} J = 2 x^TA^TA\,\mathrm{d}x
    + d(X^{-1}) = -X^{-1}(dX)X^{-1}
    + d(Ax) = A\,dx
    + \mathbf{d}(\mathbf{X}\mathbf{X}^T) = (\mathrm{d}\mathbf{X})\mathbf{X}^T + \mathbf{X}(\mathrm{d}\mathbf{X})^T
    + \partial(X^{-1}) = -X^{-1}(\partial X)X^{-1}
    + \partial(\ln(\det X)) = \operatorname{Tr}(X^{-1}\partial X)
    - dg = x^Tdx
    - d(X^{-1}) = X^{-1}(dX)X^{-1}
    - df = \operatorname{tr}(X dX)

    = macros of the page
    A : (m, n)
    x : (n)
    b : (m)
    f = norm2(A*x - b)^2
    + \newcommand{\tran}[1]{{#1}^{\top}} \newcommand{\dadb}[2]{\frac{\partial #1}{\partial #2}} \dadb{f}{x} = 2\tran{A}(Ax-b)
    + \def\half{\frac{1}{2}} \half\dadb{f}{x} = \tran{A}(Ax-b)
    + \newcommand{\vect}[1]{\boldsymbol{#1}} \DeclareMathOperator{\Trace}{tr} \Trace(\vect{A}^T\vect{A}) = \|\vect A\|_F^2
    + \newcommand\norm[1]{\left\lVert #1 \right\rVert} \norm{A x-b}^2 = f
    - \dadb{f}{x} = 2A(Ax-b)
    - \half\dadb{f}{x} = 2\tran{A}(Ax-b)

    = trace, det, diag, vec
    A, B : (n, n) invertible
    C : (m, n)
    v, w : (n)
    X : (n, m)
    + \operatorname{tr}(AB) = \operatorname{Tr}(BA) = \text{trace}(AB) = tr(AB)
    + \det(AB) = \det A\det B = |A||B|
    + \operatorname{diag}(v)w = v \odot w
    + \text{diag}(v)\,A\,\text{diag}(w) = (vw^T)\circ A
    + \operatorname{vec}(AXC) = (C^T\otimes A)\operatorname{vec}(X)
    + \nabla_A \operatorname{tr}(AB) = B^T
    + \nabla_A |A| = |A|(A^{-1})^T
    + \frac{\partial \ln|\det(A)|}{\partial A} = (A^{-1})^T = A^{-T}
    + \mathrm{Tr}[A^T B] = \sum_{ij}A_{ij}B_{ij}
    + \operatorname{tr} AB = \operatorname{tr} BA
    + \log\det(AB) = \log\det A + \log\det B
    - \operatorname{tr}(AB) = \operatorname{tr}(A)\operatorname{tr}(B)
    - \nabla_A \operatorname{tr}(AB) = B
    - \frac{\partial \ln|\det(A)|}{\partial A} = A^{-1}
    - \operatorname{vec}(AXC) = (A\otimes C^T)\operatorname{vec}(X)

    = remarks inside formulas
    A : (m, n)
    x : (n)
    b : (m)
    f = norm2(A*x - b)^2
    + \nabla_x f = 2\underbrace{A^T}_{n\times m}\underbrace{(Ax-b)}_{\text{residual}}
    + \nabla_x f = \color{red}{2A^T}\textcolor{blue}{(Ax-b)} \qquad \text{(chain rule)}
    + \boxed{\nabla_x f = 2A^T(Ax-b)}
    + f = \overbrace{\|Ax-b\|^2}^{\text{loss}} \quad\text{where } A \in \mathbb{R}^{m\times n}
    + \nabla_x f = 2A^T(Ax-b) \tag{由链式法则}
    + \nabla_x f = 2A^T(Ax-b) \quad\text{for all } x.
    + \text{Hence}\quad \nabla_x f = 2A^T(Ax-b),
    + \nabla_x f \overset{(a)}{=} 2A^T(Ax-b) \stackrel{\text{(b)}}{=} 2A^TAx-2A^Tb
    + \nabla_x f = 2A^T(Ax-b)，
    + f = \cancel{2}\cdot\frac{\|Ax-b\|^2}{\cancel{2}}
    + \nabla_x f = 2A^T(Ax-b) \text{ (by (3))}
    - \nabla_x f = -\underbrace{2A^T(b-Ax)}_{\text{inner}} + \underbrace{x}_{\text{extra}}
    - \boxed{\nabla_x f = A^T(Ax-b)}
    - -\underbrace{b-Ax}_{r} = Ax-b

    = explicit matrices
    a, b, c, d, t : scalar
    u, v : (2)
    A : (m, n)
    B : (m, p)
    x : (n)
    y : (p)
    + \begin{bmatrix} a & b \\ c & d \end{bmatrix}^T = \begin{pmatrix} a & c \\ b & d \end{pmatrix}
    + \begin{bmatrix} A & B \end{bmatrix}\begin{bmatrix} x \\ y \end{bmatrix} = Ax + By
    + \det\begin{pmatrix} a & b \\ c & d \end{pmatrix} = ad - bc
    + \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad-bc
    + \left[\begin{array}{cc} a & b \\ c & d\end{array}\right]\left[\begin{array}{c} 1 \\ 0\end{array}\right] = \left[\begin{array}{c} a \\ c\end{array}\right]
    + \begin{bmatrix} u_1 \\ u_2 \end{bmatrix} = u
    + u^Tv = \begin{bmatrix} u_1 & u_2 \end{bmatrix} \begin{bmatrix} v_1 \\ v_2 \end{bmatrix} = u_1v_1 + u_2v_2
    + \left(\begin{smallmatrix} a & 0 \\ 0 & d \end{smallmatrix}\right) u = \begin{pmatrix} a u_1 \\ d u_2 \end{pmatrix}
    + \begin{bmatrix} \cos t & -\sin t \\ \sin t & \cos t \end{bmatrix}^{-1} = \begin{bmatrix} \cos t & \sin t \\ -\sin t & \cos t \end{bmatrix}
    - \begin{bmatrix} a & b \\ c & d \end{bmatrix}^T = \begin{pmatrix} a & b \\ c & d \end{pmatrix}
    - \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad+bc
    - \begin{bmatrix} A & B \end{bmatrix}\begin{bmatrix} x \\ y \end{bmatrix} = Ax - By

    = matrices with dots
    x : (n)
    y : (m)
    A : (m, n)
    f = x'*x
    + \nabla_x f = \begin{bmatrix} \frac{\partial f}{\partial x_1} \\ \vdots \\ \frac{\partial f}{\partial x_n} \end{bmatrix} = 2x
    + I x = \begin{bmatrix} x_1 \\ x_2 \\ \vdots \\ x_n \end{bmatrix}
    + x^T = \begin{bmatrix} x_1 & x_2 & \cdots & x_n \end{bmatrix}
    + \nabla_x f = \begin{pmatrix} 2x_1 \\ \vdots \\ 2x_n \end{pmatrix}
    + I A = \begin{bmatrix} A_{11} & \cdots & A_{1n} \\ \vdots & \ddots & \vdots \\ A_{m1} & \cdots & A_{mn} \end{bmatrix}
    + y x^T = \begin{bmatrix} y_1x_1 & \cdots & y_1x_n \\ \vdots & \ddots & \vdots \\ y_mx_1 & \cdots & y_mx_n \end{bmatrix}
    + f = x_1^2 + x_2^2 + \cdots + x_n^2
    + f = x_1^2 + \dots + x_n^2
    - \nabla_x f = \begin{pmatrix} x_1 \\ \vdots \\ x_n \end{pmatrix}
    - f = x_1 + x_2 + \cdots + x_n
    - y x^T = \begin{bmatrix} x_1y_1 & \cdots & x_1y_m \\ \vdots & \ddots & \vdots \\ x_ny_1 & \cdots & x_ny_m \end{bmatrix}

    = Hadamard and Kronecker
    a, b, c : (n)
    A, B : (m, n)
    C : (p, q)
    W : (k, n)
    x : (d)
    V : (n, d)
    z = V*x
    + a \odot b = a \circ b = a \bullet b = b \odot a
    + (A\odot B)^T = A^T\odot B^T
    + (A\otimes C)^T = A^T\otimes C^T
    + a^T(b\odot c) = (a \odot b)^Tc
    + A .* B = B .* A
    + \operatorname{diag}(a)b = a\odot b
    + a^{\circ 2} = a\odot a
    + \frac{\partial L}{\partial z} = a \cdot b \Rightarrow \frac{\partial L}{\partial V} = (a \cdot b)x^T
    + a \oslash a = \mathbf{1}
    - (A\otimes C)^T = C^T\otimes A^T
    - a^T(b\odot c) = a^Tb\, c
    - a^{\circ 2} = a^Ta

    = second derivatives and Jacobians
    A : (n, n)
    B : (m, n)
    x, b : (n)
    S : (n, n) symmetric
    f = x'*A*x
    g = 1/2*x'*S*x - b'*x
    y = B*x
    s = sum(exp(x))
    + \nabla^2 f = A+A^T
    + \nabla^2_x f(x) = A+A^\top
    + \frac{\partial^2 f}{\partial x\partial x^T} = A + A^T
    + \frac{\partial^2 f}{\partial x^2} = A+A^T
    + \nabla_x^2 g = S
    + \frac{\partial y}{\partial x} = B
    + \frac{\partial^2 f}{\partial x_i \partial x_j} = A_{ij}+A_{ji}
    + \nabla^2 s = \operatorname{diag}(\exp(x))
    + \nabla g(x) = S x - b
    - \nabla^2 f = 2A
    - \nabla^2 s = \exp(x)
    - \frac{\partial y}{\partial x} = B^T
    - \nabla_x^2 g = S^{-1}

    = definitions and implications
    A : (m, n)
    x : (n)
    b : (m)
    . r := Ax - b
    . f \triangleq r^Tr
    . g(x) \equiv \frac12\|Ax-b\|^2
    + f = 2g \Rightarrow \nabla_x f = 2\nabla_x g
    + r^Tr \equiv f
    + f = \|r\|^2 \implies \nabla_x f = 2A^Tr
    + f \stackrel{def}{=} (Ax-b)^T(Ax-b)
    + \nabla_x f = 2A^Tr \iff \frac12\nabla_x f = A^Tr
    + \therefore \nabla_x g = A^T(Ax-b)
    - f = \|r\|^2 \implies \nabla_x f = A^Tr
    - f = g \Rightarrow \nabla_x f = 2\nabla_x g
    ? f \approx \|r\|^2 ## an approximation is not checked
    ? x \in \mathbb{R}^n ## a membership is not checked

    = optimality
    X : (n, d)
    y : (n)
    w : (d)
    lambda : scalar > 0
    L = norm2(X*w - y)^2 + lambda*norm2(w)^2
    + \nabla_w L = 2X^T(Xw-y) + 2\lambda w = 0
    + w = (X^TX+\lambda I)^{-1}X^Ty
    + X^TXw + \lambda w = X^Ty
    + (X^TX+\lambda I)w = X^Ty
    ? w = (X^TX)^{-1}X^Ty ## w is a variable
    - \nabla_w L = 2X^T(Xw-y) + \lambda w = 0
    - X^TXw = y^TX

    = evaluation bars
    A : (n, n)
    x, u : (n)
    s, t : scalar
    f = x'*A*x
    g = s^3
    + \left.\frac{\partial f}{\partial x}\right|_{x=u} = (A+A^T)u
    + \frac{\partial f}{\partial x}\bigg|_{x=0} = 0
    + \frac{dg}{ds}\Big|_{s=2} = 12
    + \nabla_x f\big|_{x=u} = Au + A^Tu
    + \left. \left( x^T A x \right) \right|_{x=u} = u^TAu
    - \left.\frac{\partial f}{\partial x}\right|_{x=u} = (A+A^T)x
    - \frac{dg}{ds}\Big|_{s=2} = 6

    = ones and identities
    A : (m, n)
    x : (n)
    y : (m)
    B, C : (n, n)
    + \mathbf{1}^Tx = \sum_i x_i
    + \mathbf{1}_n^T x = \mathbb{1}^\top x = \vec{1}^T x = \boldsymbol{1}^T x
    + (I + B)(I - B) = I - B^2
    + \operatorname{tr}(\mathbf I_{n}) = n
    + (B - I)\otimes I_m = B \otimes I_m - I_{n}\otimes I_m
    + \mathbf{1}_n\mathbf{1}_n^T B \mathbf{1}_n = \Big(\sum_{ij} B_{ij}\Big)\mathbf{1}_n
    - \mathbf{1}^Tx = n
    - (I + B)(I - B) = I + B^2

    = Unicode mathematics
    A : (m, n)
    x : (n)
    α : scalar
    Σ : (n, n) symmetric
    μ : (n)
    f = norm2(A*x)^2
    + ∇ₓ f = 2AᵀAx
    + ∂f/∂x = 2Aᵀ·A·x
    + ‖Ax‖² = xᵀAᵀAx
    + (x−μ)ᵀΣ⁻¹(x−μ) = xᵀΣ⁻¹x − 2μᵀΣ⁻¹x + μᵀΣ⁻¹μ
    + x ⊙ x = x∘x = x²
    + α(x + μ) = αx + αμ
    + ⟨x, μ⟩ = xᵀμ
    + Σᵀ = Σ
    + 𝐱ᵀ𝐱 = x^T x
    + ∑ᵢ xᵢ² = xᵀx
    + ½·∇ₓ f = AᵀAx
    + ∥x∥² = xᵀx
    - ∇ₓ f = 2AAᵀx
    - ‖Ax‖² = xᵀAAᵀx

    = doubled backslashes and HTML
    A : (m, n)
    x : (n)
    b : (m)
    f = norm2(A*x - b)^2
    + \nabla\_x f = 2A^T(Ax-b)
    + \begin{align} f &amp;= \|Ax-b\|^2 \\\\ &amp;= x^TA^TAx - 2b^TAx + b^Tb \end{align}
    + \\frac12 f = \\frac{1}{2}\\|Ax-b\\|^2
    + \\nabla\_x f = 2A^{\\top}(Ax-b)
    - \nabla\_x f = 2A^T(Ax+b)

    = half brackets
    A : (m, n)
    x : (n)
    b : (m)
    f = norm2(A*x - b)^2
    + \nabla_x f = 2A^T(Ax-b \right)
    + \nabla_x f = 2A^T\left[ Ax-b ]
    + \nabla_x f = 2\{A^T\{Ax-b\}\}
    - \nabla_x f = 2A^T(Ax+b \right)
    """#
}
