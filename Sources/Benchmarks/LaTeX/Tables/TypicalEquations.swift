/// What pages on gradients print: one statement of every kind a survey of public pages found, restated,
/// with the declarations it needs.
///
/// For the form of the tables see `EquationTable`.
enum TypicalEquations {
  static let table = #"""
    = gradient of a layer: backward rules of a linear map
    X : (n, m)
    W : (k, n)
    Y = W*X
    + \begin{aligned} \frac{dC}{dX} &= W^\top \cdot \frac{dC}{dY} \\ \frac{dC}{dW} &= \frac{dC}{dY} \cdot X^\top \end{aligned}
    - \frac{dC}{dX} = W \cdot \frac{dC}{dY}
    - \frac{dC}{dW} = X^\top \cdot \frac{dC}{dY}

    = gradient of a layer: the last step of backpropagation
    W1 : (h, n)
    W2 : (k, h)
    x : (n, m)
    f(z) = 1/(1 + exp(-z))
    J = norm2(f(W2*f(W1*x)))^2
    network J
    + \begin{align} \nabla_{W^{(1)}} J(W,b;x,y) &= \delta^{(2)} (a^{(1)})^T, \\ \end{align}
    + \begin{align} \nabla_{W^{(l)}} J(W,b;x,y) &= \delta^{(l+1)} (a^{(l)})^T, \\ \end{align}
    + \begin{align} \delta^{(2)} &= \left( (W^{(2)})^T\delta^{(3)}\right) \bullet f'(z^{(2)}) \end{align}
    - \begin{align} \delta^{(2)} &= \left( W^{(2)}\delta^{(3)}\right) \bullet f'(z^{(2)}) \end{align}

    = gradient of a layer: one weight
    W : (k, n)
    a : (n)
    z = W*a
    delta : (k)
    E = delta'*z
    + \frac{\partial E }{\partial W_{kj}} = \color{purple}{\delta_k} \color{green}{a_j} \tag{6}
    - \frac{\partial E }{\partial W_{kj}} = \color{purple}{\delta_j} \color{green}{a_k} \tag{6}

    = gradient of a layer: one weight by way of its input
    W : (k, n)
    a : (n)
    z = W*a
    . \delta_i = \frac{\partial f}{\partial z_i}
    + \frac{\partial f}{\partial W_{ij}} = \frac{\partial f}{\partial z_i} \cdot a_j = \delta_i \cdot a_j
    - \frac{\partial f}{\partial W_{ij}} = \frac{\partial f}{\partial z_j} \cdot a_i

    = gradient of a layer: cross entropy over a data set
    X : (n, d)
    w : (d)
    y : (n) in [0.1, 0.9]
    a = sigmoid(X*w)
    C = -1/n*sum(y.*log(a) + (1 - y).*log(1 - a))
    + \begin{equation} \frac{\partial C}{\partial w_{j}} = \frac{1}{n} \sum_i X_{ij} (a_i-y_i) \label{eq:67}\tag{67} \end{equation}
    - \begin{equation} \frac{\partial C}{\partial w_{j}} = \frac{1}{n} \sum_i X_{ij} (y_i-a_i) \label{eq:67}\tag{67} \end{equation}

    = gradient of a layer: a chain of neurons
    w1, w2, w3, w4, b1, b2, b3, b4, a0 : scalar
    z1 = w1*a0 + b1
    z2 = w2*sigmoid(z1) + b2
    z3 = w3*sigmoid(z2) + b3
    z4 = w4*sigmoid(z3) + b4
    a4 = sigmoid(z4)
    + \partial C/\partial b_1 = \sigma'(z_1)w_2\sigma'(z_2)w_3\sigma'(z_3)w_4\sigma'(z_4)\frac{\partial C}{\partial a_4}
    - \partial C/\partial b_1 = \sigma'(z_1)w_2\sigma'(z_2)w_3\sigma'(z_3)\sigma'(z_4)\frac{\partial C}{\partial a_4}

    = gradient of a layer: an outer product
    W : (k, n)
    x : (n)
    delta : (k)
    L = delta'*W*x
    + \frac{\partial L}{\partial \mathbf{W}} = \delta \mathbf{x}^T
    - \frac{\partial L}{\partial \mathbf{W}} = \mathbf{x} \delta^T

    = gradient of a layer: the slope of the logistic function
    yhat : (p, q)
    + \begin{eqnarray} \frac{\partial \sigma(\hat{y}_{kl})}{\partial \hat{y}_{kl}}&=&\sigma(\hat{y}_{kl})\left(1-\sigma(\hat{y}_{kl})\right) \end{eqnarray}
    - \begin{eqnarray} \frac{\partial \sigma(\hat{y}_{kl})}{\partial \hat{y}_{kl}}&=&\sigma(\hat{y}_{kl})\left(1+\sigma(\hat{y}_{kl})\right) \end{eqnarray}

    = gradient of a layer: softmax with cross entropy
    f : (c)
    p = softmax(f)
    y : (c) >= 0
    ? \frac{\partial L_i }{ \partial f_k } = p_k - \mathbb{1}(y_i = k)

    = least squares: ridge regression
    X : (n, d)
    y : (n)
    betahat : (d)
    lambda : scalar > 0
    . \mathcal{L}_\text{Ridge}(\hat{\boldsymbol{\beta}}) = \frac12 (\mathbf{y} - \mathbf{X}\hat{\boldsymbol{\beta}})^\top(\mathbf{y} - \mathbf{X}\hat{\boldsymbol{\beta}}) + \frac{\lambda}{2} \hat{\boldsymbol{\beta}}^\top\hat{\boldsymbol{\beta}}
    + \frac{\partial \mathcal{L}_\text{Ridge}(\hat{\boldsymbol{\beta}})}{\partial \hat{\boldsymbol{\beta}}} &= - \mathbf{X}^\top\left( \mathbf{y} - \mathbf{X} \hat{\boldsymbol{\beta}} \right) + \lambda I'\hat{\boldsymbol{\beta}}.
    - \frac{\partial \mathcal{L}_\text{Ridge}(\hat{\boldsymbol{\beta}})}{\partial \hat{\boldsymbol{\beta}}} &= \mathbf{X}^\top\left( \mathbf{y} - \mathbf{X} \hat{\boldsymbol{\beta}} \right) + \lambda I'\hat{\boldsymbol{\beta}}.

    = least squares: a Poisson model over its observations
    X : (N, d)
    y : (N)
    beta : (d)
    . \mathcal{L}_N(\boldsymbol{\beta}) = \sum_{n=1}^N \left(\exp(\boldsymbol{\beta}^\top\mathbf{x}_n) - y_n\boldsymbol{\beta}^\top\mathbf{x}_n\right)
    + \frac{\partial \mathcal{L}_N(\boldsymbol{\beta})}{\partial \boldsymbol{\beta}} = \sum_{n=1}^N\left(\exp(\boldsymbol{\beta}^\top\mathbf{x}_n)\mathbf{x}_n - y_n\mathbf{x}_n \right).
    - \frac{\partial \mathcal{L}_N(\boldsymbol{\beta})}{\partial \boldsymbol{\beta}} = \sum_{n=1}^N\left(\exp(\boldsymbol{\beta}^\top\mathbf{x}_n) - y_n\right).

    = least squares: a loss that is only named
    X : (n, d)
    Theta : (d, k)
    Y : (n, k)
    + \frac{\delta \left\Vert Y-X\Theta \right\Vert^2}{\delta \Theta} = -2X^T (Y - X\Theta)
    + \frac{\delta \text{loss}}{\delta \Theta} = \frac{\delta \left\Vert Y-X\Theta \right\Vert^2}{\delta \Theta} = -2X^T (Y - X\Theta)
    - \frac{\delta \text{loss}}{\delta \Theta} = \frac{\delta \left\Vert Y-X\Theta \right\Vert^2}{\delta \Theta} = 2X^T (Y - X\Theta)

    = least squares: the Hessian of logistic regression
    X : (n, d)
    y : (n) in [0.1, 0.9]
    beta : (d)
    p1 = sigmoid(X*beta)
    . l(\beta) = \sum_{i=1}^n \left(y_i \log \sigma(\beta^T x_i) + (1-y_i)\log(1-\sigma(\beta^T x_i))\right)
    + \frac{\partial^2 l(\beta)}{\partial\beta\partial\beta^T}=-\sum_{i} x_i x_i^T \sigma(x_i^T\beta)(1-\sigma(x_i^T\beta))
    - \frac{\partial^2 l(\beta)}{\partial\beta\partial\beta^T}=\sum_{i} x_i x_i^T \sigma(x_i^T\beta)(1-\sigma(x_i^T\beta))

    = least squares: the support vector machine's stationary point
    X : (m, d)
    y : (m)
    what : (d)
    alpha : (m)
    bhat : scalar
    . \mathcal{L}(\hat w, \alpha) = \frac12 \|\hat w\|^2 - \sum_{i=1}^m \alpha_i\left(y^{(i)}(\hat w^T x^{(i)} + \hat b) - 1\right)
    + \nabla_{\hat w}\mathcal{L}(\hat{w},\hat{b},\hat{\xi},\alpha,\beta) = \hat{w}-\sum_{i=1}^m\alpha_iy^{(i)}x^{(i)}=0\qquad\qquad(24)
    - \nabla_{\hat w}\mathcal{L}(\hat{w},\hat{b},\hat{\xi},\alpha,\beta) = \hat{w}+\sum_{i=1}^m\alpha_iy^{(i)}x^{(i)}=0\qquad\qquad(24)

    = least squares: the mean of a Gaussian mixture
    gamma : (n, K)
    X : (n, d)
    mu : (d, K)
    Sigma : (d, d) positive definite
    . \ell = -\frac12\sum_{j = 1}^n \sum_{k=1}^K \gamma_{j, k} (x_j - \mu_k)^\top\Sigma^{-1} (x_j - \mu_k)
    + \frac{\partial \ell}{\partial \mu_k} = \sum_{j = 1}^n \gamma_{j, k} \Sigma^{-1} (x_j - \mu_k) = 0 \tag{10}
    - \frac{\partial \ell}{\partial \mu_k} = \sum_{j = 1}^n \gamma_{j, k} \Sigma (x_j - \mu_k) = 0 \tag{10}
    ? \sum_{j = 1}^n \gamma_{j, k} \Sigma_k^{-1} (x_j - \mu_k) = 0 \tag{10} ## has no inverse

    = least squares: a neuron as sum and as product
    x, w : (m)
    b : scalar
    . \hat{y} = \sigma\left(\mathbf{x}^T \mathbf{w}+b\right)
    + \sigma\left(\sum_{i=1}^m x_i w_i+b\right)=\sigma\left(\mathbf{x}^T \mathbf{w}+b\right)=\hat{y}
    - \sigma\left(\sum_{i=1}^m x_i w_i-b\right)=\sigma\left(\mathbf{x}^T \mathbf{w}+b\right)=\hat{y}

    = differentials: the exponential
    x, h : (n)
    ? \begin{align} d\operatorname{Exp}(x) \cdot h = \operatorname{Exp}(x) \odot h, \end{align}

    = differentials: an average over examples
    E : (k, M)
    A : (n, M)
    Delta : (k, k)
    W : (k, n)
    . \mathcal{L} = \frac{1}{M} \sum_{i=1}^{M} e_i^\top \Delta W a_i
    + \nabla_{W} \mathcal{L} = \frac{1}{M} \sum_{i=1}^{M} \Delta^\top e_i a_i^\top.
    - \nabla_{W} \mathcal{L} = \frac{1}{M} \sum_{i=1}^{M} \Delta e_i a_i^\top.
    ? \nabla_{W} \mathcal{L} = \frac{1}{M} \sum_{i=1}^{M} \Delta^\dagger e_i a_i^\dagger. ## has no fixed meaning

    = differentials: a value at a point
    x, t : (n)
    . J = x^T x
    ? \lambda(t_f) = -\left( \frac{dJ}{dx} \right)^T_{t=t_f} \equiv -J'(x(t_f))^T.

    = differentials: the chain rule of a composition
    a : scalar
    f(z) = exp(z)
    g(z) = sin(z)
    + (f \circ g)'(a) = f'(g(a)) \, g'(a)
    - (f \circ g)'(a) = f'(a) \, g'(a)

    = differentials: linear attention in names of gradients
    s, q : (n, n)
    ? d {\bar s}_t=d {\bar s}_{t-1} + \bar q_{t-1}^T do_{t-1}

    = differentials: an optimality condition
    B, L, P, R, S, Lambda : (n, n)
    ? (\nabla B\mu - L^T \cdot\Lambda - P^T \cdot R + S) = 0

    = Kronecker: the column of a product
    E : (m, n)
    F : (m, p)
    G : (n, q)
    + \operatorname{vec}(E)^{\top} (G \otimes F)=\operatorname{vec}\left(F^{\top} E G\right)^{\top}
    - \operatorname{vec}(E)^{\top} (F \otimes G)=\operatorname{vec}\left(F^{\top} E G\right)^{\top}

    = Kronecker: a layer with its bias
    h : (n)
    W : (k, n)
    a = W*h
    + \frac{\partial a}{\partial W}=h^{T} \otimes\mathbf{I}
    - \frac{\partial a}{\partial W}=\mathbf{I} \otimes h^{T}

    = Kronecker: reconstruction from neighbours
    Y : (n, d)
    W : (n, n)
    + \begin{eqnarray} \sum_{i}||{Y_{(i,:)}}^T - {(W_{(i,:)}Y)}^T||^2 &=& \mathrm{tr}\left( Y^T (I - W)^T(I - W) Y \right) \end{eqnarray}
    - \begin{eqnarray} \sum_{i}||{Y_{(i,:)}}^T - {(W_{(i,:)}Y)}^T||^2 &=& \mathrm{tr}\left( Y^T (I - W)(I - W) Y \right) \end{eqnarray}

    = Kronecker: a triangular system
    C, A, M, X, Y : (n, n)
    ? \ [\mathbf I - \mathrm{tril}(\mathbf {\bar C} \mathbf {\bar A}^\top \odot \mathbf M, -1)] \mathbf X = \mathbf Y.

    = Kronecker: powers of a diagonalised matrix
    V : (n, n) invertible
    lambda : (n)
    W = V*diag(lambda)*inv(V)
    + \begin{equation} \mathbf{W}^3 = (\mathbf{V} \text{diag}(\boldsymbol{\lambda}) \mathbf{V}^{-1})^3 = \mathbf{V}\text{diag}(\boldsymbol{\lambda})^3 \mathbf{V}^{-1}. \end{equation}
    - \begin{equation} \mathbf{W}^3 = (\mathbf{V} \text{diag}(\boldsymbol{\lambda}) \mathbf{V}^{-1})^3 = \mathbf{V}^3\text{diag}(\boldsymbol{\lambda})^3 \mathbf{V}^{-1}. \end{equation}

    = Kronecker: the Frobenius norm
    A : (m, n)
    + \Vert A \Vert_F = \sqrt{\text{trace}(A^T A)}
    - \Vert A \Vert_F = \text{trace}(A^T A)

    = Kronecker: determinants that cancel
    J, E : (n, n) invertible
    . \tilde{\mathbf{E}} = \mathbf{J} \mathbf{E} \mathbf{J}^{-1}
    + \det \tilde{\mathbf{E}} = \cancel{(\det \mathbf{J})} \cancel{(\det \mathbf{J})^{-1}} (\det \mathbf{E}) = \det \mathbf{E} .
    - \det \tilde{\mathbf{E}} = (\det \mathbf{J}) (\det \mathbf{J}) (\det \mathbf{E}) .

    = Kronecker: a Jacobian that is the identity
    x : (n)
    z : scalar
    + \frac{\partial}{\partial \mathbf{x}} ( \mathbf{x} + z ) = diag(\overrightarrow{\mathbf 1}) = I
    - \frac{\partial}{\partial \mathbf{x}} ( \mathbf{x} + z ) = 2 I

    = differentials: a sum over functions
    x : (n)
    w1, w2, w3, F : (m)
    ? (\nabla_x \text{loss})^T = \sum_{k=1}^3 w_k^T \frac{\partial F_k}{\partial x} \, . ## unknown name wk

    = differentials: names of gradients that are added to
    K, Lambda, Alpha : (n, n)
    ? \mathbf {dK} &= \mathbf {dK}- \mathbf {d\Lambda} \\ &= \mathbf {dK}- ((1-\mathbf K) \odot \mathbf{d\Alpha}). ## adds to what it names

    = Kronecker: a derivative by a matrix written as a column
    J : (m, n)
    ? \frac{\text{d} E}{\text{d} \mathbf{J}:}=\left(\left(\frac{\text{d} E}{\text{d} \mathbf{J}}\right):\right)^{\top} ## : is not expected

    = Kronecker: the column of a product, as a colon
    E : (m, n)
    F : (m, p)
    G : (n, q)
    ? (\mathbf{E}:)^{\top} \mathbf{F} \otimes \mathbf{G}=\left(\left(\mathbf{G}^{\top} \mathbf{E F}\right):\right)^{\top} ## : is not expected

    = Kronecker: a layer whose parameters are one column
    h : (n)
    a : (k)
    ? \frac{\partial a_{l}}{\partial\theta_{l}}=\left(\left(\begin{array}{cc} h_{l}^{T} & 1\end{array}\right)\otimes\mathbf{I}\right) ## no variable thetal

    = steps: inner products
    u, v : (n)
    + \mathbf{u}\cdot\mathbf{v} = \mathbf{u}^\top\mathbf{v} = \mathbf{v}^\top\mathbf{u},
    - \mathbf{u}\cdot\mathbf{v} = -\mathbf{v}^\top\mathbf{u},

    = steps: a normalised step
    w0, a0, g0 : (n)
    . \mathbf{w}^{\,k} = \mathbf{w}^{\,0} - \mathbf{a}^{0} \odot \mathbf{g}^{0}
    + \mathbf{w}^{\,k} = \mathbf{w}^{\,0} - \mathbf{g}^{0} \odot \mathbf{a}^{0}
    - \mathbf{w}^{\,k} = \mathbf{w}^{\,0} + \mathbf{g}^{0} \odot \mathbf{a}^{0}

    = steps: Newton's method
    v, b : (n)
    Q : (n, n) symmetric invertible
    . g(\mathbf{v}) = \frac12 \mathbf{v}^T Q \mathbf{v} - \mathbf{b}^T\mathbf{v}
    . \mathbf{w}^{\star} = \mathbf{v} - \left(\nabla^2 g(\mathbf{v})\right)^{-1}\nabla g(\mathbf{v})
    + \mathbf{w}^{\star} = Q^{-1} \mathbf b
    - \mathbf{w}^{\star} = Q \mathbf b

    = steps: the candidate of a gate
    W_ch : (k, p)
    W_cx : (k, n)
    h : (p)
    x : (n)
    b : (k)
    . \overset{\rightarrow}{c} = tanh(\mathbf{W_{ch}}\vec{h} + \mathbf{W_{cx}}\vec{x} + \vec{b})
    + \overset{\rightarrow}{c} = tanh(\vec{b} + \mathbf{W_{cx}}\vec{x} + \mathbf{W_{ch}}\vec{h})
    - \overset{\rightarrow}{c} = tanh(\vec{b} - \mathbf{W_{cx}}\vec{x} + \mathbf{W_{ch}}\vec{h})

    = steps: a quadratic form written out
    A : (2, 2)
    x : (2)
    + x^TAx=\sum_i\sum_jA_{ij}x_ix_j=x_1A_{11}x_1+x_1A_{12}x_2+x_2A_{21}x_1+x_2A_{22}x_2
    - x^TAx=\sum_i\sum_jA_{ij}x_ix_j=x_1A_{11}x_1+x_1A_{12}x_2+x_2A_{22}x_2

    = steps: a gradient entry by entry
    x, z : scalar
    . f(x,z) = 2 z^3 x^2
    + \nabla f(x,z)=\begin{bmatrix} \frac{df}{dx} \\ \frac{df}{dz} \\ \end{bmatrix} =\begin{bmatrix} 4z^3x \\ 6x^2z^2 \\ \end{bmatrix}
    - \nabla f(x,z)=\begin{bmatrix} \frac{df}{dx} \\ \frac{df}{dz} \\ \end{bmatrix} =\begin{bmatrix} 4z^2x \\ 6x^2z^2 \\ \end{bmatrix}

    = steps: a Rayleigh quotient
    x : (n)
    d : (n) > 0
    L : (n, n) symmetric
    D = diag(d)
    y = diag(d.^(-1/2))*x
    . L^{*} = D^{1/2} L D^{1/2}
    + \begin{equation} \frac{x^TLx}{x^Tx} = \frac{x^TD^{-1/2}L^* D^{-1/2}x}{x^Tx}\\ = \frac{y^T L^* y}{y^TDy}, \end{equation}

    = steps: a product over time
    h : (n)
    ? \prod_{j=k+1}^{t}{\frac{\partial{h^{j}}}{\partial{h^{j-1}}}} = \prod_{j=k+1}^{t}{tanh^{'}}\cdot W_{s}

    = steps: a gradient at a point
    theta : (n)
    Pi, S : (n, n)
    F = norm2(theta)^2
    ? \nabla F(\boldsymbol{\theta}^\ast) = \frac{\partial F}{\partial \boldsymbol{\theta}}\bigg|_{\boldsymbol{\theta}^\ast} = \Pi_\parallel S + \nabla \mathscr{B}(0)

    = steps: a norm of any order
    theta : (n)
    p : scalar > 0
    ? ||\theta||_p = \left(\sum_{j=0}^{|\theta|}{|\theta_j|^p}\right)^{\frac{1}{p}}
    """#
}
