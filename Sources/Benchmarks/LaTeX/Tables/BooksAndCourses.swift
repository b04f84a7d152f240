/// Pages in the manner of well-known books and courses on machine learning.
enum BooksAndCourses {
  static let table = #"""
    = cs231n-like
    X : (N, D)
    W : (D, C)
    b : (C)
    x : (D)
    y : (C)
    . f = W^Tx + b
    . p = \frac{e^{f}}{\sum_j e^{f_j}}
    + p_k = \frac{e^{f_k}}{ \sum_j e^{f_j} }
    . L_i = -\sum_k y_k \log p_k
    + \frac{\partial p_k}{\partial f_j} = p_k (\mathbb{1}(k = j) - p_j)
    + \frac{\partial p_k}{\partial f_j} = p_k (1\{k=j\} - p_j)
    - \frac{\partial p_k}{\partial f_j} = p_k (p_j - \mathbb{1}(k = j))
    + \nabla_{W} L_i = x \left(p \sum_k y_k - y\right)^T
    - \nabla_{W} L_i = x \left(y - p\right)^T
    . R(W) = \sum_k\sum_l W_{k,l}^2
    + R(W) = \|W\|_F^2

    = deeplearning.ai
    X : (n0, m)
    Y : (1, m) in [0.1, 0.9]
    W1 : (n1, n0) as W^{[1]}
    W2 : (1, n1) as W^{[2]}
    b1 : (n1) as b^{[1]}
    b2 : scalar as b^{[2]}
    . Z^{[1]} = W^{[1]}X + b^{[1]}
    . A^{[1]} = \tanh(Z^{[1]})
    . Z^{[2]} = W^{[2]}A^{[1]} + b^{[2]}
    . A^{[2]} = \sigma(Z^{[2]})
    . J = -\frac{1}{m}\sum\left(Y\odot\log A^{[2]} + (1-Y)\odot\log(1-A^{[2]})\right)
    + \frac{\partial J}{\partial Z^{[2]}} = \frac{1}{m}(A^{[2]} - Y)
    + \frac{\partial J}{\partial W^{[2]}} = \frac{1}{m}(A^{[2]} - Y)A^{[1]T}
    . dZ^{[2]} = \frac1m (A^{[2]} - Y)
    + dW^{[2]} = dZ^{[2]}A^{[1]T}
    - dW^{[2]} = \frac1m dZ^{[2]}A^{[1]T}
    - dW^{[2]} = A^{[1]}dZ^{[2]T}

    = UFLDL sparse autoencoder
    W1 : (h, n) as W^{(1)}
    W2 : (n, h) as W^{(2)}
    b1 : (h) as b^{(1)}
    b2 : (n) as b^{(2)}
    x : (n)
    y : (n)
    lambda : scalar
    . f(z) = \frac{1}{1+\exp(-z)}
    . z^{(2)} = W^{(1)} x + b^{(1)}
    . a^{(2)} = f(z^{(2)})
    . z^{(3)} = W^{(2)} a^{(2)} + b^{(2)}
    . a^{(3)} = f(z^{(3)})
    . J(W,b) = \frac{1}{2}\left\| a^{(3)} - y \right\|^2
    . \delta^{(3)} = -(y - a^{(3)}) \bullet f'(z^{(3)})
    . \delta^{(2)} = \left( (W^{(2)})^T \delta^{(3)} \right) \bullet f'(z^{(2)})
    + \nabla_{W^{(1)}} J(W,b) = \delta^{(2)} (x)^T
    + \nabla_{W^{(2)}} J(W,b) = \delta^{(3)} (a^{(2)})^T
    + \nabla_{b^{(2)}} J(W,b) = \delta^{(3)}
    - \nabla_{W^{(1)}} J(W,b) = x (\delta^{(2)})^T
    + f'(z) = f(z)(1-f(z))
    + f'(z^{(2)}_i) = a^{(2)}_i (1 - a^{(2)}_i)

    = CS229 gaussian discriminant
    x : (n)
    mu : (n)
    Sigma : (n, n) positive definite
    . \ell = -\frac{1}{2}(x-\mu)^T\Sigma^{-1}(x-\mu) - \frac12 \log|\Sigma|
    + \nabla_\mu \ell = \Sigma^{-1}(x-\mu)
    - \nabla_\mu \ell = -\Sigma^{-1}(x-\mu)
    + \nabla_\Sigma \ell = \frac12\Sigma^{-1}(x-\mu)(x-\mu)^T\Sigma^{-1} - \frac12\Sigma^{-1}
    ? p(x;\mu,\Sigma) = \frac{1}{(2\pi)^{n/2}|\Sigma|^{1/2}}\exp\left(-\frac12(x-\mu)^T\Sigma^{-1}(x-\mu)\right)
    ? x \sim \mathcal{N}(\mu, \Sigma) ## distribution
    ? \theta := \theta + \alpha \nabla_\theta \ell(\theta)
    ? \mathbb{E}[x] = \mu

    = matrix cookbook
    A, B, C : (n, n)
    X : (n, n) invertible
    a, b, x, s : (n)
    W : (n, n) symmetric
    + \partial(\mathbf{X}\mathbf{B}) = (\partial \mathbf{X})\mathbf{B}
    + \partial(\mathbf{X}^{-1}) = -\mathbf{X}^{-1}(\partial\mathbf{X})\mathbf{X}^{-1}
    + \frac{\partial \ln|\det(\mathbf{X})|}{\partial\mathbf{X}} = (\mathbf{X}^{-1})^T = (\mathbf{X}^T)^{-1}
    + \frac{\partial}{\partial \mathbf{s}}(\mathbf{x}-\mathbf{A}\mathbf{s})^T\mathbf{W}(\mathbf{x}-\mathbf{A}\mathbf{s}) = -2\mathbf{A}^T\mathbf{W}(\mathbf{x}-\mathbf{A}\mathbf{s})
    - \frac{\partial}{\partial \mathbf{s}}(\mathbf{x}-\mathbf{A}\mathbf{s})^T\mathbf{W}(\mathbf{x}-\mathbf{A}\mathbf{s}) = -2\mathbf{A}\mathbf{W}(\mathbf{x}-\mathbf{A}\mathbf{s})
    + \frac{\partial}{\partial \mathbf{X}} \text{Tr}(\mathbf{A}\mathbf{X}\mathbf{B}\mathbf{X}) = \mathbf{A}^T\mathbf{X}^T\mathbf{B}^T + \mathbf{B}^T\mathbf{X}^T\mathbf{A}^T
    + \frac{\partial\, \mathbf{b}^T\mathbf{X}^T\mathbf{X}\mathbf{a}}{\partial\mathbf{X}} = \mathbf{X}(\mathbf{a}\mathbf{b}^T+\mathbf{b}\mathbf{a}^T)
    + \text{vec}(\mathbf{A}\mathbf{X}\mathbf{B}) = (\mathbf{B}^T\otimes\mathbf{A})\text{vec}(\mathbf{X})
    - \text{vec}(\mathbf{A}\mathbf{X}\mathbf{B}) = (\mathbf{B}\otimes\mathbf{A})\text{vec}(\mathbf{X})
    + \frac{\partial X_{kl}}{\partial X_{ij}} = \delta_{ik}\delta_{lj}
    + \frac{\partial (\mathbf{X}^{-1})_{kl}}{\partial X_{ij}} = -(\mathbf{X}^{-1})_{ki}(\mathbf{X}^{-1})_{jl}
    + (\mathbf{A}^H)^{-1} = (\mathbf{A}^{-1})^H
    + \frac{\partial}{\partial\mathbf{X}}\|\mathbf{X}\|_\text{F}^2 = \frac{\partial}{\partial\mathbf{X}}\text{Tr}(\mathbf{X}\mathbf{X}^H) = 2\mathbf{X}
    + \frac{\partial \mathbf{a}^T\mathbf{X}\mathbf{b}}{\partial X_{ij}} = a_i b_j

    = Bishop ch 3 and 4
    Phi : (N, M) as \boldsymbol{\Phi}
    t : (N) in [0.1, 0.9]
    w : (M)
    alpha, beta : scalar > 0
    . E_D(\mathbf{w}) = \frac{1}{2}\sum_{n=1}^N \{t_n - \mathbf{w}^{\mathrm T}\boldsymbol\phi_n\}^2
    + \nabla E_D(\mathbf{w}) = \sum_{n=1}^N \{\mathbf{w}^{\mathrm T}\boldsymbol\phi_n - t_n\}\boldsymbol\phi_n = \boldsymbol\Phi^{\mathrm T}\boldsymbol\Phi\mathbf w - \boldsymbol\Phi^{\mathrm T}\mathbf{t}
    . \mathbf{y} = \sigma(\boldsymbol\Phi\mathbf{w})
    . E(\mathbf{w}) = -\sum_{n=1}^N \{ t_n \ln y_n + (1-t_n)\ln(1-y_n)\}
    + \nabla E(\mathbf{w}) = \sum_{n=1}^N (y_n - t_n)\boldsymbol{\phi}_n
    - \nabla E(\mathbf{w}) = \sum_{n=1}^N (t_n - y_n)\boldsymbol{\phi}_n
    + \nabla E(\mathbf{w}) = \boldsymbol\Phi^{\mathrm T}(\mathbf{y}-\mathbf{t})
    + \nabla\nabla E(\mathbf{w}) = \sum_{n=1}^N y_n(1-y_n)\boldsymbol\phi_n\boldsymbol\phi_n^{\mathrm T}
    - \nabla\nabla E(\mathbf{w}) = \sum_{n=1}^N y_n(1-y_n)\boldsymbol\phi_n^{\mathrm T}\boldsymbol\phi_n
    ? \mathbf{w}^{\star} = \arg\min_{\mathbf{w}} E(\mathbf{w})

    = Newton IRLS
    Phi : (N, M) as \boldsymbol{\Phi}
    t : (N)
    y : (N) in (0,1)
    w : (M)
    . \mathbf{R} = \operatorname{diag}(\mathbf{y}\odot(1-\mathbf{y}))
    . \mathbf{z} = \boldsymbol{\Phi}\mathbf{w} - \mathbf{R}^{-1}(\mathbf{y}-\mathbf{t})
    + \mathbf{w} - (\boldsymbol\Phi^T\mathbf R\boldsymbol\Phi)^{-1}\boldsymbol\Phi^T(\mathbf{y}-\mathbf{t}) = (\boldsymbol\Phi^T\mathbf R\boldsymbol\Phi)^{-1}\{\boldsymbol\Phi^T\mathbf R\boldsymbol\Phi\mathbf{w} - \boldsymbol\Phi^T(\mathbf y-\mathbf t)\} = (\boldsymbol\Phi^T\mathbf R\boldsymbol\Phi)^{-1}\boldsymbol\Phi^T\mathbf{R}\mathbf{z}
    - \mathbf{w} - (\boldsymbol\Phi^T\mathbf R\boldsymbol\Phi)^{-1}\boldsymbol\Phi^T(\mathbf{y}-\mathbf{t}) = (\boldsymbol\Phi^T\mathbf R\boldsymbol\Phi)^{-1}\boldsymbol\Phi^T\mathbf{z}

    = Goodfellow 6
    W : (k, n)
    c : (k)
    w : (k)
    b : scalar
    x : (n)
    y : scalar
    . h = \max\{0, Wx + c\}
    . f(x; W, c, w, b) = w^\top \max\{0, Wx+c\} + b
    . J = \frac12 (y - f)^2
    + \nabla_{\boldsymbol w} J = (f - y) h
    + \nabla_{\boldsymbol w} J = (f(x) - y) \max(0, Wx+c)
    + \frac{\partial f}{\partial x} = W^\top (w \odot \mathbf{1}_{Wx+c>0})
    + \nabla_{\boldsymbol W} J = (f-y)(w\odot \mathbb{I}(Wx+c>0))x^\top
    - \nabla_{\boldsymbol W} J = (f-y)(w\odot h)x^\top
    + \nabla_x f = \left(\frac{\partial h}{\partial x}\right)^\top \nabla_h f
    . \zeta(z) = \log(1+e^z)
    + \frac{d}{dz}\zeta(z) = \sigma(z)
    - \frac{d}{dz}\zeta(z) = \sigma(-z)

    = d2l
    W1 : (k, d) as \mathbf{W}^{(1)}
    W2 : (q, k) as \mathbf{W}^{(2)}
    x : (d) as \mathbf{x}
    y : (q)
    lambda : scalar
    . \mathbf{z}= \mathbf{W}^{(1)} \mathbf{x}
    . \mathbf{h}= \tanh (\mathbf{z})
    . \mathbf{o}= \mathbf{W}^{(2)} \mathbf{h}
    . L = \frac12\|\mathbf{o} - \mathbf{y}\|^2
    . s = \frac{\lambda}{2} \left(\|\mathbf{W}^{(1)}\|_\textrm{F}^2 + \|\mathbf{W}^{(2)}\|_\textrm{F}^2\right)
    . J = L + s
    + \frac{\partial J}{\partial L} = 1 \; \textrm{and} \; \frac{\partial J}{\partial s} = 1
    + \frac{\partial J}{\partial \mathbf{o}} = \frac{\partial L}{\partial \mathbf{o}} \in \mathbb{R}^q
    + \frac{\partial s}{\partial \mathbf{W}^{(1)}} = \lambda \mathbf{W}^{(1)} \; \textrm{and} \; \frac{\partial s}{\partial \mathbf{W}^{(2)}} = \lambda \mathbf{W}^{(2)}
    + \frac{\partial J}{\partial \mathbf{W}^{(2)}}= \frac{\partial J}{\partial \mathbf{o}} \mathbf{h}^\top + \lambda \mathbf{W}^{(2)}
    + \frac{\partial J}{\partial \mathbf{z}} = \frac{\partial J}{\partial \mathbf{h}} \odot \left(1-\tanh^2\left(\mathbf{z}\right)\right)
    + \frac{\partial J}{\partial \mathbf{W}^{(1)}} = \frac{\partial J}{\partial \mathbf{z}} \mathbf{x}^\top + \lambda \mathbf{W}^{(1)}
    - \frac{\partial J}{\partial \mathbf{h}} = \mathbf{W}^{(2)} \frac{\partial J}{\partial \mathbf{o}}
    + \frac{\partial J}{\partial \mathbf{h}} = {\mathbf{W}^{(2)}}^\top \frac{\partial J}{\partial \mathbf{o}}

    = Murphy
    X : (N, D)
    y : (N)
    w : (D)
    lambda : scalar
    sigma2 : scalar > 0 as \sigma^2
    . \mathrm{NLL}(w) = \frac{1}{2\sigma^2}\sum_{n=1}^N (y_n - w^\top x_n)^2 + \frac{N}{2}\log(2\pi\sigma^2)
    + \nabla_w \mathrm{NLL}(w) = \frac{1}{\sigma^2}(X^\top X w - X^\top y)
    . \mathrm{RSS}(w) = \frac12 \|Xw - y\|_2^2
    + \nabla_w \mathrm{RSS}(w) = X^\top X w - X^\top y
    + \frac{\partial^2}{\partial w^2}\mathrm{RSS}(w) = X^\top X
    + H(w) = \frac{\partial^2}{\partial w^2}\mathrm{RSS}(w) = X^\top X
    + g = \nabla_w\left[\mathrm{RSS}(w) + \lambda \|w\|_2^2\right] = X^\top(Xw-y) + 2\lambda w
    - \nabla_w \mathrm{RSS}(w) = X^\top y - X^\top X w

    = Boyd
    P : (n, n) symmetric
    q, x, a : (n)
    A : (m, n)
    b : (m)
    nu : (m)
    r : scalar
    X : (n, n) positive definite
    . f(x) = (1/2)x^TPx + q^Tx + r
    + \nabla f(x) = Px + q
    + \nabla^2 f(x) = P
    . L(x,\nu) = \frac12 x^TPx + q^Tx + r + \nu^T(Ax-b)
    + \nabla_x L(x,\nu) = Px + q + A^T\nu
    + \nabla_\nu L(x,\nu) = Ax - b
    - \nabla_x L(x,\nu) = Px + q + \nu^TA
    + \nabla \log\det X = X^{-1}
    ? \nabla^2 f(x) \succeq 0
    ? f(y) \geq f(x) + \nabla f(x)^T(y-x) ## inequality
    + D f(x) = \nabla f(x)^T

    = Boyd log-sum-exp
    A : (m, n)
    b : (m)
    x : (n)
    . f(x) = \log \sum_{i=1}^m \exp(a_i^Tx + b_i)
    . z_i = \exp(a_i^Tx+b_i)
    + \nabla f(x) = \frac{1}{\mathbf{1}^Tz}A^Tz
    + \nabla^2 f(x) = A^T\left(\frac{1}{\mathbf 1^Tz}\mathbf{diag}(z) - \frac{1}{(\mathbf 1^Tz)^2}zz^T\right)A
    - \nabla^2 f(x) = A^T\left(\frac{1}{\mathbf 1^Tz}\mathbf{diag}(z) - \frac{1}{\mathbf 1^Tz}zz^T\right)A
    + f(x) = \log(\mathbf{1}^Tz)

    = Gaussian process
    K : (n, n) positive definite as K_y
    y : (n)
    . \alpha = K_y^{-1}y
    . \mathcal{L} = -\tfrac12 \mathbf{y}^\top K_y^{-1}\mathbf{y} - \tfrac12\log|K_y| - \tfrac n2\log 2\pi
    + \frac{\partial \mathcal{L}}{\partial K_y} = \frac12\left(\alpha\alpha^\top - K_y^{-1}\right)
    - \frac{\partial \mathcal{L}}{\partial K_y} = \frac12\left(K_y^{-1} - \alpha\alpha^\top\right)
    + \frac{\partial \mathcal{L}}{\partial \mathbf{y}} = -K_y^{-1}\mathbf{y}
    + d\mathcal{L} = \frac12 \mathrm{tr}\left((\alpha\alpha^\top - K_y^{-1})\, dK_y\right)
    ? \frac{\partial}{\partial\theta_j}\log p(\mathbf{y}|X,\theta) = \frac12\mathrm{tr}\left((\alpha\alpha^\top-K^{-1})\frac{\partial K}{\partial\theta_j}\right)

    = Minka
    A : (n, n)
    X : (n, n) invertible
    B : (n, n)
    x, y : (n)
    + d(X^{-1}) = -X^{-1}\,dX\,X^{-1}
    + d|X| = |X|\,\mathrm{tr}(X^{-1}dX)
    + d\log|X| = \mathrm{tr}(X^{-1}dX)
    + d(AX) = A\,dX
    + d\,\mathrm{tr}(X) = \mathrm{tr}(dX)
    + d(X^{\rm T}) = (dX)^{\rm T}
    + d(X \otimes B) = dX \otimes B
    + d(x^{\rm T}Ax) = x^{\rm T}(A + A^{\rm T})dx
    - d(x^{\rm T}Ax) = 2x^{\rm T}A\,dx
    - d\log|X| = \mathrm{tr}(X\,dX)
    + d(X^2) = X\,dX + dX\,X

    = Magnus and Neudecker
    A : (m, n)
    X : (n, q)
    B : (q, p)
    F : (n, n) invertible
    + \mathrm{d}\,\mathrm{vec}(AXB) = (B'\otimes A)\,\mathrm{d}\,\mathrm{vec}X
    + \mathsf{d}\operatorname{tr} F'F = 2\operatorname{tr}F'\mathsf{d}F
    + \mathrm{d}\,\mathrm{vec}\,F^{-1} = -((F')^{-1}\otimes F^{-1})\,\mathrm{d}\,\mathrm{vec}\,F
    + \frac{\partial\,\mathrm{vec}(AXB)}{\partial(\mathrm{vec}X)'} = B'\otimes A
    - \mathrm{d}\,\mathrm{vec}(AXB) = (A\otimes B')\,\mathrm{d}\,\mathrm{vec}X
    + \mathrm{tr}(A'A) = (\mathrm{vec} A)'(\mathrm{vec} A)

    = Kalman
    P : (n, n) symmetric, positive definite as \mathbf{P}
    H : (m, n) as \mathbf{H}
    R : (m, m) symmetric, positive definite as \mathbf{R}
    K : (n, m) as \mathbf{K}
    . \mathbf{S} = \mathbf{H}\mathbf{P}\mathbf{H}^\textsf{T} + \mathbf{R}
    . J = \operatorname{tr}\left[(\mathbf{I}-\mathbf{K}\mathbf{H})\mathbf{P}(\mathbf{I}-\mathbf{K}\mathbf{H})^\textsf{T} + \mathbf{K}\mathbf{R}\mathbf{K}^\textsf{T}\right]
    + \frac{\partial\; J}{\partial\;\mathbf{K}} = -2(\mathbf{H}\mathbf{P})^\textsf{T} + 2\mathbf{K}\mathbf{S} = 0
    + \mathbf{K}\mathbf{S} = (\mathbf{H}\mathbf{P})^\textsf{T} = \mathbf{P}\mathbf{H}^\textsf{T} \quad\Rightarrow\quad \mathbf{K} = \mathbf{P}\mathbf{H}^\textsf{T}\mathbf{S}^{-1}
    - \frac{\partial\; J}{\partial\;\mathbf{K}} = -2\mathbf{H}\mathbf{P} + 2\mathbf{K}\mathbf{S}
    + (\mathbf{I}-\mathbf{K}\mathbf{H})\mathbf{P}(\mathbf{I}-\mathbf{K}\mathbf{H})^\textsf{T} + \mathbf{K}\mathbf{R}\mathbf{K}^\textsf{T} = \mathbf{P} - \mathbf{K}\mathbf{H}\mathbf{P} - \mathbf{P}\mathbf{H}^\textsf{T}\mathbf{K}^\textsf{T} + \mathbf{K}\mathbf{S}\mathbf{K}^\textsf{T}
    + (\mathbf{P}^{-1} + \mathbf{H}^\textsf{T}\mathbf{R}^{-1}\mathbf{H})^{-1} = \mathbf{P} - \mathbf{P}\mathbf{H}^\textsf{T}\mathbf{S}^{-1}\mathbf{H}\mathbf{P}
    ? \mathbf{P}_{k\mid k} = (\mathbf I - \mathbf{K}_k\mathbf{H}_k)\mathbf{P}_{k\mid k-1}
    """#
}
