/// Spellings of differentials, macros, matrices, remarks, relations, indicators and characters.
///
/// For the form of the tables see `EquationTable`.
enum SpellingsOfStatements {
  static let table = #"""
    = 16 differentials
    X, A, B : (n, n) invertible
    x : (n)
    . F = \operatorname{tr}(AX)
    + dF = \operatorname{tr}(A\,dX)
    + \mathrm{d}(AX) = A\,\mathrm{d}X
    + d(X^{-1}) = -X^{-1}\,dX\,X^{-1}
    - d(X^{-1}) = X^{-1}\,dX\,X^{-1}
    + d\log\det X = \operatorname{tr}(X^{-1}dX)
    + d(X^TX) = dX^T X + X^T dX
    + \partial (XA) = (\partial X) A
    + d\operatorname{tr}(X^2) = 2\operatorname{tr}(X\,dX)
    - d\operatorname{tr}(X^2) = \operatorname{tr}(X\,dX)
    + d(x^TAx) = x^T(A + A^T)dx
    + d \det X = \det(X) \operatorname{tr}(X^{-1} dX)

    = 16b names of gradients
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
    . dZ^{[2]} = (A^{[2]} - Y) \odot A^{[2]} \odot (1 - A^{[2]})
    + dW^{[2]} = \frac1m dZ^{[2]} A^{[1]T}
    . dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot (1 - A^{[1]} \odot A^{[1]})
    + dW^{[1]} = \frac1m dZ^{[1]} X^T
    - dW^{[1]} = dZ^{[1]} X^T
    - dW^{[1]} = \frac1m X dZ^{[1]T}

    = 17 macros
    x, b : (n)
    A : (n, n)
    . \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \newcommand{\T}{^\top} \def\bx{\boldsymbol{x}} f = \bx\T A \bx
    + \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \newcommand{\T}{^\top} \def\bx{\boldsymbol{x}} \pd{f}{\bx} = (A + A\T)\bx
    - \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}} \newcommand{\T}{^\top} \def\bx{\boldsymbol{x}} \pd{f}{\bx} = 2A\bx
    + \DeclareMathOperator{\trace}{tr} \trace(A) = \operatorname{tr} A
    + \renewcommand{\vec}[1]{\mathbf{#1}} \vec{x}^T \vec b = \vec b^T \vec x
    + \newcommand{\ip}[2]{\langle #1, #2 \rangle} \ip{x}{b} = x^Tb
    + \let\eps\varepsilon A x - A x = 0
    ? A \foo x = b ## \foo

    = 18 trace det diag vec
    A, B, C : (n, n) invertible
    x, y : (n)
    + \mathrm{tr}(ABC) = \mathrm{tr}(CAB) = \mathrm{tr}(BCA)
    + \operatorname{Tr}[AB] = \operatorname{Tr}[BA]
    + \det(AB) = \det A \det B
    + \operatorname{diag}(x)\,y = x \odot y
    + \operatorname{vec}(ABC) = (C^T \otimes A)\operatorname{vec}(B)
    - \operatorname{vec}(ABC) = (C \otimes A)\operatorname{vec}(B)
    + \text{tr}\{A\} = \sum_i A_{ii}
    + \log|A| = \log \det A
    + \frac{\partial \log\det A}{\partial A} = A^{-T}
    + \nabla_A \operatorname{tr}(AB) = B^T
    - \nabla_A \operatorname{tr}(AB) = B
    + \nabla_A \operatorname{tr} AB = B^T
    + x^T A y = \operatorname{tr}(A y x^T)

    = 19 remarks
    A : (m, n)
    x : (n)
    b : (m)
    + \underbrace{(Ax-b)^T(Ax-b)}_{\text{residual}} = \|Ax-b\|^2
    + \underbrace{A^TAx}_{n\times 1} - \overbrace{A^Tb}^{\text{data}} = A^T(Ax-b) \quad \text{(normal equations)}
    + \|Ax\|^2 = x^TA^TAx \qquad \text{where } x \in \mathbb{R}^n
    + \boxed{\|Ax\|^2 = x^TA^TAx}
    + \color{blue}{Ax} + \textcolor{red}{b} = b + Ax
    + \|Ax\|^2 \overset{(a)}{=} x^TA^TAx
    + \text{我们有} \quad \|Ax\|^2 = x^TA^TAx \text{。}
    + \|Ax\|^2 = x^TA^TAx \tag*{(1)} \nonumber
    + \|Ax\|^2 = x^TA^TAx && \text{by definition}
    + \cancel{b} + Ax - \cancel{b} = Ax
    - \underbrace{(Ax-b)^T(Ax-b)}_{\text{residual}} = \|Ax+b\|^2
    + \|Ax\|^2 = x^TA^TAx, \; \forall x

    = 20 matrices
    a, b, c, d, theta : scalar
    A : (n, n)
    x, y : (2)
    z : (3)
    v : (n)
    . R = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}
    + R^TR = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
    + \det R = 1
    + \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc
    + \begin{pmatrix} x_1 \\ x_2 \end{pmatrix} = x
    + x^Ty = \begin{bmatrix} x_1 & x_2 \end{bmatrix} \begin{bmatrix} y_1 \\ y_2 \end{bmatrix}
    - \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad + bc
    + \left[\begin{array}{cc} a & 0 \\ 0 & d \end{array}\right] = \operatorname{diag}\begin{pmatrix} a \\ d \end{pmatrix}
    + v = \begin{bmatrix} v_1 \\ v_2 \\ \vdots \\ v_n \end{bmatrix}
    + \begin{pmatrix} 0 & -z_3 & z_2 \\ z_3 & 0 & -z_1 \\ -z_2 & z_1 & 0 \end{pmatrix} z = 0
    + \begin{bmatrix} A & 0 \\ 0 & A \end{bmatrix} \begin{bmatrix} v \\ v \end{bmatrix} = \begin{bmatrix} Av \\ Av \end{bmatrix}

    = 21 hadamard
    A, B, C : (m, n)
    x, y : (n)
    P : (p, p)
    Q : (q, q)
    + A \odot B = B \odot A
    + A \circ (B + C) = A \circ B + A \circ C
    + x \bullet y = \operatorname{diag}(x) y
    + (P \otimes Q)^T = P^T \otimes Q^T
    + x .* y = y .* x
    + \operatorname{tr}(P \otimes Q) = \operatorname{tr}P \operatorname{tr}Q
    + x \oslash x \odot x = x
    - A \odot B = A B^T
    + \mathbf{1}^T(A \odot B)\mathbf{1} = \operatorname{tr}(A^TB)
    - (P \otimes Q)^T = Q^T \otimes P^T
    + x * y = y * x

    = 22 second derivatives
    A : (n, n)
    S : (n, n) symmetric
    x : (n)
    b : (n)
    t : scalar
    . f(x) = \frac12 x^TAx + b^Tx
    + \nabla^2 f(x) = \frac12(A + A^T)
    - \nabla^2 f(x) = A
    + \nabla_x^2 f = \frac{A + A^\top}{2}
    + \frac{\partial^2 f}{\partial x \partial x^T} = \frac12(A+A^T)
    + \frac{\partial (Ax)}{\partial x} = A
    + \frac{\partial (Ax)}{\partial x^T} = A
    + \mathbf{H} = \nabla^2 f = \frac12(A+A^T)
    + \frac{\partial^2 f}{\partial x_i \partial x_j} = \frac12(A_{ij} + A_{ji})
    - \frac{\partial^2 f}{\partial x_i \partial x_j} = A_{ij}
    + \frac{\partial^2}{\partial t^2} t^3 = 6t

    = 23 signs
    A : (m, n)
    x : (n)
    b : (m)
    . r := Ax - b
    . g \triangleq A^Tr
    . h \stackrel{\text{def}}{=} A^TAx
    . k \equiv A^Tb
    + g = h - k
    + r = Ax - b \Rightarrow A^Tr = A^TAx - A^Tb
    + g = h - k \implies g + k = h
    + \therefore g + k = h
    + A^Tr \overset{!}{=} g
    + g =: h - k
    + g + k = h \iff g = h - k
    - g = h + k

    = 24 other
    x : (n)
    n_1 : scalar
    ? \lim_{t\to\infty} x = 0 ## limit
    ? \int f(x) dx = 1 ## integral
    ? x \in \mathbb{R}^n
    ? \mathbb{E}[x] = 0
    ? x \approx 0 ## not checked
    + x_1 + x_2 + \cdots + x_n = \mathbf 1^T x
    + x_1^2 + \dots + x_n^2 = \|x\|^2

    = 26 ones
    A : (m, n)
    x : (n)
    y : (m)
    + \mathbf{1}_m^T A \mathbf{1}_n = \sum_{i,j} A_{ij}
    + \mathbb{1}^T x = \sum_i x_i
    + \vec{1}^T x = \sum_{i} x_i
    + \frac{\partial}{\partial x} \mathbf{1}^T x = \mathbf 1
    - \frac{\partial}{\partial x} \mathbf{1}^T x = x
    + \mathbb{I}(x > 0) \odot x = \max(0, x)
    + \mathbf{1}_{\{x > 0\}} \odot x = \max(0,x)
    + \mathrm{relu}'(x) = \mathbb{1}[x > 0]

    = 27 unicode
    A : (m, n)
    x : (n)
    b : (m)
    alpha : scalar
    . f = ‖Ax − b‖²
    + ∇ₓ f = 2Aᵀ(Ax − b)
    + ∂f/∂x = 2 A^⊤ (Ax − b)
    - ∂f/∂x = 2 A (Ax − b)
    + x ⊙ x = x∘x
    + α(x + x) = 2 α x
    + ∑_{i=1}^n x_i² = xᵀx
    + ½‖x‖² = \frac12 x^Tx
    + x·x = ⟨x, x⟩
    + √(α²)·√(α²) = α²
    """#
}
