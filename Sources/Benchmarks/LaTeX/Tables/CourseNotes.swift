/// Equations of well-known courses and books, restated in the untidy TeX that pages have.
enum CourseNotes {
  static let table = #"""
    = linear regression, normal equations
    X : (m, n)
    y : (m)
    theta : (n)
    J = 1/2*norm2(X*theta - y)^2
    + \begin{eqnarray*}
      \nabla_\theta J(\theta) & = & \nabla_\theta \frac{1}{2} (X\theta - \vec{y})^T(X\theta - \vec{y}) \\
      & = & \frac{1}{2}\nabla_\theta \left( \theta^TX^TX\theta - \theta^TX^T\vec{y} - \vec{y}^TX\theta + \vec{y}^T\vec{y} \right) \\
      & = & \frac{1}{2} \nabla_\theta\, {\rm tr} \left(\theta^TX^TX\theta - \theta^TX^T\vec{y} - \vec{y}^TX\theta +\vec{y}^T\vec{y}\right) \\
      & = & \frac{1}{2} \left( X^TX\theta + X^TX\theta - 2X^T\vec{y} \right) \\
      & = & X^TX\theta - X^T\vec{y}
      \end{eqnarray*}
    - \nabla_\theta J(\theta) = X^TX\theta - \vec{y}^T X
    + \frac{\partial}{\partial \theta_j} J(\theta) = \sum_{i=1}^{m} \left( \theta^Tx^{(i)} - y^{(i)} \right) x_j^{(i)}
    - \frac{\partial}{\partial \theta_j} J(\theta) = \sum_{i=1}^{m} \left( y^{(i)} - \theta^Tx^{(i)} \right) x_j^{(i)}
    + \frac{\partial J}{\partial \theta_j}=\sum_i(\sum_k X_{ik}\theta_k-y_i)\,X_{ij}
    + J(\theta) = \frac{1}{2}\sum_{i=1}^m \left(\theta^T x^{(i)} - y^{(i)}\right)^2 = \frac12 (X\theta-y)^{T}(X\theta-y)

    = logistic regression over a training set
    X : (m, n)
    y : (m) in [0.1, 0.9]
    theta : (n)
    g(t) = 1/(1 + exp(-t))
    h = g(X*theta)
    ell = sum(y.*log(h) + (1 - y).*log(1 - h))
    + \frac{\partial \ell}{\partial\theta} = X^T(y - h)
    + \frac{\partial}{\partial \theta_j}\ell = \sum_{i=1}^m (y_i - h_i) X_{ij}
    + g'(\theta) = g(\theta) \odot (1-g(\theta))
    + \nabla^2_\theta \ell = -X^T \mathrm{diag}(h\odot(1-h)) X
    + \frac{\partial \ell}{\partial h_i} = \frac{y_i}{h_i} - \frac{1-y_i}{1-h_i}
    - \frac{\partial}{\partial \theta_j}\ell = \sum_{i=1}^m (h_i - y_i) X_{ij}
    - \nabla^2_\theta \ell = X^T \mathrm{diag}(h\odot(1-h)) X

    = softmax with cross entropy
    z : (K)
    y : (K) >= 0
    W : (K, d)
    x : (d)
    b : (K)
    p = softmax(z)
    L = -y'*log(p)
    s = softmax(W*x + b)
    + \frac{\partial p_k}{\partial z_j} = p_k(\delta_{kj} - p_j) = p_k \delta_{kj} - p_k p_j
    + \frac{\partial \mathbf{p}}{\partial \mathbf{z}} = \text{diag}(\mathbf{p}) - \mathbf{p}\mathbf{p}^\top
    + \frac{\partial L}{\partial z_k} = p_k \sum_j y_j - y_k
    + \frac{\partial L}{\partial z_i} = -\sum_k y_k \frac{1}{p_k}\frac{\partial p_k}{\partial z_i}
    - \frac{\partial p_k}{\partial z_j} = p_k(\delta_{kj} - p_k)
    - \frac{\partial \mathbf{p}}{\partial \mathbf{z}} = \text{diag}(\mathbf{p}) + \mathbf{p}\mathbf{p}^\top

    = backpropagation in two layers
    W1 : (h, d)
    W2 : (c, h)
    b1 : (h)
    b2 : (c)
    x : (d)
    t : (c)
    z1 = W1*x + b1
    a1 = tanh(z1)
    z2 = W2*a1 + b2
    E = 1/2*norm2(z2 - t)^2
    + \frac{\partial E}{\partial z_2} = z_2 - t
    + \frac{\partial E}{\partial W_2} = (z_2-t)a_1^T
    + \frac{\partial E}{\partial b_2} = z_2 - t
    + \frac{\partial E}{\partial a_1} = W_2^T(z_2-t)
    + \frac{\partial E}{\partial z_1} = W_2^T(z_2-t) \circ (1-a_1 \circ a_1)
    + \frac{\partial E}{\partial W_1} = \left[ W_2^T(z_2-t) \circ (1-a_1^2) \right] x^T
    . \delta_2 = z_2 - t
    . \delta_1 = (W_2^T \delta_2) \circ (1-\tanh^2(z_1))
    + \frac{\partial E}{\partial W_1} = \delta_1 x^T, \qquad \frac{\partial E}{\partial b_1} = \delta_1
    - \frac{\partial E}{\partial W_1} = x\,\delta_1^T
    - \frac{\partial E}{\partial z_1} = W_2^T(z_2-t) \circ (1-a_1)
    - \frac{\partial E}{\partial a_1} = W_1^T(z_2-t)

    = batch of row vectors
    X : (N, D)
    W : (D, M)
    b : (M)
    Y : (N, M)
    Z = X*W + ones(N, 1)*b'
    + \frac{\partial L}{\partial X} = \frac{\partial L}{\partial Z} W^T
    + \frac{\partial L}{\partial W} = X^T \frac{\partial L}{\partial Z}
    + \frac{\partial L}{\partial b} = \left(\frac{\partial L}{\partial Z}\right)^T \mathbf{1}
    + \frac{\partial L}{\partial b_j} = \sum_{i=1}^N \frac{\partial L}{\partial Z_{ij}}
    + \frac{\partial L}{\partial W_{kj}} = \sum_i X_{ik} \frac{\partial L}{\partial Z_{ij}}
    + \frac{\partial L}{\partial X_{ik}} = \sum_j \frac{\partial L}{\partial Z_{ij}} \frac{\partial Z_{ij}}{\partial X_{ik}} = \sum_j \frac{\partial L}{\partial Z_{ij}} W_{kj}
    - \frac{\partial L}{\partial X} = W^T \frac{\partial L}{\partial Z}
    - \frac{\partial L}{\partial W} = \frac{\partial L}{\partial Z} X^T
    - \frac{\partial L}{\partial W_{kj}} = \sum_i X_{ij} \frac{\partial L}{\partial Z_{ik}}

    = identities of the trace
    A : (m, n)
    B : (n, m)
    C : (n, n)
    X : (n, n) invertible
    a, b : (n)
    + \nabla_{A}\, \mathrm{tr}AB = B^T
    + \frac{\partial}{\partial X}\mathrm{Tr}(X^{-1}C) = -(X^{-1}CX^{-1})^T
    + \frac{\partial\, a^TX^{-1}b}{\partial X} = -X^{-T}ab^TX^{-T}
    + \frac{\partial\, \mathbf{a}^{\rm T} \mathbf{X} \mathbf{b}}{\partial \mathbf{X}} = \mathbf{a}\mathbf{b}^{\rm T}
    + \frac{\partial \det(X)}{\partial X} = \det(X)(X^{-1})^{T}
    + \frac{\partial \|X\|_F^2}{\partial X} = 2X
    - \frac{\partial}{\partial X}\mathrm{Tr}(X^{-1}C) = -X^{-1}CX^{-1}
    - \frac{\partial\, \mathbf{a}^{\rm T} \mathbf{X} \mathbf{b}}{\partial \mathbf{X}} = \mathbf{b}\mathbf{a}^{\rm T}
    - \frac{\partial \det(X)}{\partial X} = \det(X)X^{-1}

    = principal components
    X : (n, d)
    S : (d, d) symmetric
    u : (d)
    lambda : scalar
    J = u'*S*u + lambda*(1 - u'*u)
    + \frac{\partial J}{\partial \mathbf{u}} = 2\mathbf{S}\mathbf{u} - 2\lambda\mathbf{u} = 0
    + \mathbf{S}\mathbf{u} = \lambda\mathbf{u}
    + \frac{\partial J}{\partial \lambda} = 1-u^Tu
    - \frac{\partial J}{\partial \mathbf{u}} = 2\mathbf{S}\mathbf{u} + 2\lambda\mathbf{u} = 0

    = gaussian likelihood
    Sigma : (d, d) positive definite
    mu : (d)
    X : (n, d)
    . \ell(\mu) = -\frac{n}{2}\log|\Sigma| - \frac12\sum_{i=1}^n (x_i-\mu)^T\Sigma^{-1}(x_i-\mu)
    + \nabla_\mu \ell = \Sigma^{-1}\sum_{i=1}^n (x_i - \mu)
    + \nabla_\mu \ell = \Sigma^{-1}\left(\sum_{i=1}^n x_i - n\mu\right)
    + \frac{\partial \ell}{\partial \Sigma} = -\frac{n}{2}\Sigma^{-1} + \frac12\Sigma^{-1}\left[\sum_{i=1}^n(x_i-\mu)(x_i-\mu)^T\right]\Sigma^{-1}
    - \nabla_\mu \ell = \Sigma\sum_{i=1}^n (x_i - \mu)
    - \frac{\partial \ell}{\partial \Sigma} = -\frac{n}{2}\Sigma + \frac12\Sigma^{-1}\left[\sum_{i=1}^n(x_i-\mu)(x_i-\mu)^T\right]\Sigma^{-1}

    = attention
    Q, K : (n, d)
    V : (n, p)
    A = Q*K'
    S = softmax(A, 2)
    O = S*V
    + \frac{\partial L}{\partial V} = S^\top \frac{\partial L}{\partial O}
    + \frac{\partial L}{\partial S} = \frac{\partial L}{\partial O}V^\top
    + \frac{\partial L}{\partial Q} = \frac{\partial L}{\partial A}K
    + \frac{\partial L}{\partial K} = \left(\frac{\partial L}{\partial A}\right)^\top Q
    - \frac{\partial L}{\partial K} = \frac{\partial L}{\partial A} Q
    - \frac{\partial L}{\partial V} = S \frac{\partial L}{\partial O}

    = matrix factorisation
    R : (m, n)
    P : (m, k)
    Q : (n, k)
    lambda : scalar > 0
    . J = \sum_{i=1}^m\sum_{j=1}^n (R_{ij} - p_i^Tq_j)^2 + \lambda(\|P\|_F^2 + \|Q\|_F^2)
    + \frac{\partial J}{\partial P} = -2(R-PQ^T)Q + 2\lambda P
    + \frac{\partial J}{\partial p_i} = -2\sum_j (R_{ij}-p_i^Tq_j)q_j + 2\lambda p_i
    - \frac{\partial J}{\partial P} = -2(R-PQ^T)Q^T + 2\lambda P
    - \frac{\partial J}{\partial P} = -2(R-PQ^T)Q + \lambda P

    = recurrent step
    W_hh : (h, h)
    W_hx : (h, d)
    hprev : (h) as h_{t-1}
    xt : (d) as x_t
    b : (h)
    zt = W_hh*hprev + W_hx*xt + b
    ht = tanh(zt)
    + \frac{\partial L}{\partial h_{t-1}} = W_{hh}^T \left( \frac{\partial L}{\partial h_t} \odot (1-h_t^2) \right)
    + \frac{\partial L}{\partial W_{hh}} = \left( \frac{\partial L}{\partial h_t} \odot (1-h_t \odot h_t)\right) h_{t-1}^\top
    + \frac{\partial h_t}{\partial h_{t-1}} = \operatorname{diag}(1-h_t^2)W_{hh}
    - \frac{\partial L}{\partial h_{t-1}} = W_{hh} \left( \frac{\partial L}{\partial h_t} \odot (1-h_t^2) \right)
    - \frac{\partial h_t}{\partial h_{t-1}} = W_{hh}^T\operatorname{diag}(1-h_t^2)

    = Kalman and Woodbury
    A : (n, n) invertible
    C : (k, k) invertible
    U : (n, k)
    V : (k, n)
    P : (n, n) positive definite
    H : (m, n)
    R : (m, m) positive definite
    + (A+UCV)^{-1} = A^{-1} - A^{-1}U\left(C^{-1}+VA^{-1}U\right)^{-1}VA^{-1}
    + (P^{-1}+H^TR^{-1}H)^{-1} = P - PH^T(HPH^T+R)^{-1}HP
    + PH^T(HPH^T+R)^{-1} = (P^{-1}+H^TR^{-1}H)^{-1}H^TR^{-1}
    - (A+UCV)^{-1} = A^{-1} + A^{-1}U\left(C^{-1}+VA^{-1}U\right)^{-1}VA^{-1}
    - PH^T(HPH^T+R)^{-1} = (P^{-1}+H^TR^{-1}H)^{-1}HR^{-1}

    = autoencoder with a penalty
    W : (h, n)
    x : (n, m)
    rho : scalar in (0.1, 0.9)
    gamma : scalar > 0
    epsilon : scalar > 0
    J = norm2(W'*W*x - x)^2 + gamma*sum(sqrt((W*x).^2 + epsilon))
    + \nabla_W J = 2(Wx)(W^TWx-x)^T + 2W(W^TWx-x)x^T + \gamma\left((Wx)\bullet\frac{1}{\sqrt{(Wx)^{\circ 2}+\epsilon}}\right)x^T
    - \nabla_W J = 2(Wx)(W^TWx-x)^T + 2W^T(W^TWx-x)x^T + \gamma\left((Wx)\bullet\frac{1}{\sqrt{(Wx)^{\circ 2}+\epsilon}}\right)x^T

    = things that are no identities
    A : (m, n)
    x, g : (n)
    b : (m)
    eta : scalar > 0
    ? A x = b
    ? x = x - \eta g
    ? x \leftarrow x - \eta g ## an update is not checked
    ? x := x - \eta g
    ? \min_x \|Ax-b\|^2
    ? \hat{x} = \arg\min_x \|Ax-b\|^2
    ? \mathbb{E}[x] = \int x\,p(x)\,dx
    ? x_{t+1} = x_t - \eta \nabla f(x_t)
    ? \lim_{t\to\infty} x_t = 0
    ? p(x|\theta) = \prod_i p(x_i|\theta)
    ? f: \mathbb{R}^n \to \mathbb{R}
    ? \begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}
    """#
}
