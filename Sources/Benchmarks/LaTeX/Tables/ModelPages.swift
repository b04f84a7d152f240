/// Pages about single models, and the small notations that such pages are full of.
enum ModelPages {
  static let table = #"""
    = word2vec
    U : (V, d)
    v : (d) as v_c
    y : (V)
    o : (V)
    . \hat{y} = \mathrm{softmax}(Uv_c)
    . J = -\sum_{w} y_w \log \hat{y}_w
    + \frac{\partial J}{\partial v_c} = U^T(\hat{y}\,\mathbf{1}^Ty - y)
    - \frac{\partial J}{\partial v_c} = U(\hat{y} - y)
    + \frac{\partial J}{\partial U} = (\hat{y}\,\mathbf{1}^Ty - y)v_c^T
    + \hat{y}_o = \frac{\exp(u_o^\top v_c)}{\sum_{w=1}^V \exp(u_w^\top v_c)}
    + \frac{\partial}{\partial v_c}\log\sum_{w=1}^V \exp(u_w^\top v_c) = \sum_{x=1}^V \hat{y}_x u_x
    + \frac{\partial}{\partial v_c}\left(u_o^\top v_c - \log\sum_{w=1}^V \exp(u_w^\top v_c)\right) = u_o - \sum_{x=1}^V \frac{\exp(u_x^\top v_c)}{\sum_{w=1}^V \exp(u_w^\top v_c)} u_x

    = GloVe
    W : (V, d)
    Wtilde : (V, d) as \tilde{W}
    b : (V)
    c : (V) as \tilde{b}
    M : (V, V) > 0 as X
    F : (V, V)
    . J = \sum_{i,j=1}^V F_{ij}\left(w_i^T\tilde{w}_j + b_i + \tilde{b}_j - \log X_{ij}\right)^2
    + \frac{\partial J}{\partial b_i} = 2\sum_j F_{ij}\left(w_i^T\tilde w_j + b_i + \tilde b_j - \log X_{ij}\right)
    + \frac{\partial J}{\partial w_i} = 2\sum_j F_{ij}\left(w_i^T\tilde w_j + b_i + \tilde b_j - \log X_{ij}\right)\tilde{w}_j
    + \nabla_{w_i} J = 2\sum_j F_{ij}\left(w_i^T\tilde w_j + b_i + \tilde b_j - \log X_{ij}\right)\tilde{w}_j
    - \frac{\partial J}{\partial b_i} = \sum_j F_{ij}\left(w_i^T\tilde w_j + b_i + \tilde b_j - \log X_{ij}\right)

    = VAE
    mu : (d)
    sigma : (d) > 0
    x : (n)
    xhat : (n) as \hat{x}
    eps : (d) as \epsilon
    . \mathcal{L} = -\frac12\sum_{j=1}^d \left(1 + \log(\sigma_j^2) - \mu_j^2 - \sigma_j^2\right) + \frac12\|x-\hat x\|^2
    + \frac{\partial\mathcal{L}}{\partial\mu} = \mu
    + \frac{\partial\mathcal{L}}{\partial\mu_j} = \mu_j
    + \frac{\partial\mathcal{L}}{\partial\sigma_j} = \sigma_j - \frac{1}{\sigma_j}
    - \frac{\partial\mathcal{L}}{\partial\sigma_j} = \sigma_j - \frac{1}{\sigma_j^2}
    . z = \mu + \sigma\odot\epsilon
    + \frac{\partial z}{\partial\mu} = I
    + \frac{\partial z}{\partial \sigma} = \mathrm{diag}(\epsilon)
    ? \log p(x) \geq \mathbb{E}_{q(z|x)}[\log p(x|z)] - D_{KL}(q(z|x)\,\|\,p(z)) ## inequality
    ? \mathcal{L} = \mathbb{E}_{q}[\log p(x|z)] - \mathrm{KL}(q\|p)

    = attention
    Q : (n, d)
    K : (m, d)
    V : (m, p)
    G : (n, p)
    . S = \frac{QK^\top}{\sqrt{d}}
    . O = \mathrm{softmax}\left(\frac{QK^T}{\sqrt{d}}\right)V
    . L = \mathrm{tr}(G^TSS^TG)
    + \frac{\partial L}{\partial S} = 2GG^TS
    + \frac{\partial}{\partial Q}\|S\|_F^2 = \frac{2}{\sqrt d}SK
    - \frac{\partial}{\partial Q}\|S\|_F^2 = 2SK
    + \frac{\partial}{\partial K}\|S\|_F^2 = \frac{2}{\sqrt d}S^\top Q

    = LoRA
    W : (d, k) as W_0
    B : (d, r)
    A : (r, k)
    x : (k)
    y : (d)
    alpha : scalar
    . h = W_0 x + \frac{\alpha}{r}BAx
    . \mathcal{L} = \frac12\|h-y\|_2^2
    + \frac{\partial\mathcal{L}}{\partial B} = \frac{\alpha}{r}(h-y)(Ax)^\top
    + \frac{\partial\mathcal{L}}{\partial A} = \frac{\alpha}{r}B^\top(h-y)x^\top
    + \frac{\partial\mathcal{L}}{\partial A} = \frac{\alpha}{r}B^\top \frac{\partial\mathcal{L}}{\partial h}x^\top
    - \frac{\partial\mathcal{L}}{\partial A} = \frac{\alpha}{r}(h-y)B^\top x^\top
    . \Delta W = BA
    + h = (W_0 + \frac{\alpha}{r}\Delta W)x
    + h = W_0x + \frac{\alpha}{r}\Delta W x

    = LSTM step
    W : (h, d) as W_f
    U : (h, h) as U_f
    b : (h) as b_f
    x : (d) as x_t
    hp : (h) as h_{t-1}
    cp : (h) as c_{t-1}
    i : (h) as i_t
    g : (h) as \tilde{c}_t
    o : (h) as o_t
    . f_t = \sigma(W_fx_t + U_fh_{t-1} + b_f)
    . c_t = f_t\odot c_{t-1} + i_t\odot\tilde{c}_t
    . h_t = o_t\odot\tanh(c_t)
    + \frac{\partial h_t}{\partial o_t} = \mathrm{diag}(\tanh(c_t))
    + \frac{\partial L}{\partial c_t} = \frac{\partial L}{\partial h_t}\odot o_t\odot(1-\tanh^2(c_t))
    + \frac{\partial L}{\partial f_t} = \frac{\partial L}{\partial c_t}\odot c_{t-1}
    - \frac{\partial L}{\partial f_t} = \frac{\partial L}{\partial c_t}\odot c_t
    + \frac{\partial L}{\partial W_f} = \left(\frac{\partial L}{\partial f_t}\odot f_t\odot(1-f_t)\right)x_t^\top
    + \frac{\partial c_t}{\partial c_{t-1}} = \mathrm{diag}(f_t)

    = batchnorm
    x : (m)
    gamma, beta : scalar
    eps : scalar > 0 as \epsilon
    . \mu = \frac1m\sum_{i=1}^m x_i
    . \sigma^2 = \frac1m\sum_{i=1}^m(x_i-\mu)^2
    . \hat{x}_i = \frac{x_i-\mu}{\sqrt{\sigma^2+\epsilon}}
    . y_i = \gamma\hat{x}_i + \beta
    + \frac{\partial\ell}{\partial\gamma} = \sum_{i=1}^m\frac{\partial\ell}{\partial y_i}\cdot\hat{x}_i
    + \frac{\partial\ell}{\partial\beta} = \sum_{i=1}^m\frac{\partial\ell}{\partial y_i}
    + \frac{\partial\ell}{\partial\hat x_i} = \frac{\partial\ell}{\partial y_i}\cdot\gamma
    - \frac{\partial\ell}{\partial\hat x_i} = \frac{\partial\ell}{\partial y_i}\cdot\beta
    + \frac{\partial\ell}{\partial x_i} = \frac{\gamma}{m\sqrt{\sigma^2+\epsilon}}\left(m\frac{\partial\ell}{\partial y_i} - \sum_j\frac{\partial\ell}{\partial y_j} - \hat{x}_i\sum_j\frac{\partial\ell}{\partial y_j}\hat{x}_j\right)
    - \frac{\partial\ell}{\partial x_i} = \frac{\gamma}{m\sqrt{\sigma^2+\epsilon}}\left(m\frac{\partial\ell}{\partial y_i} - \sum_j\frac{\partial\ell}{\partial y_j} + \hat{x}_i\sum_j\frac{\partial\ell}{\partial y_j}\hat{x}_j\right)

    = PCA
    X : (n, d)
    W : (d, q)
    S : (d, d) symmetric as \mathbf{S}
    sigma2 : scalar > 0 as \sigma^2
    . C = WW^T + \sigma^2I
    . \mathcal{L} = -\frac{n}{2}\{\ln|C| + \mathrm{Tr}(C^{-1}\mathbf{S})\}
    + \frac{\partial\mathcal{L}}{\partial W} = n(C^{-1}\mathbf{S}C^{-1}W - C^{-1}W)
    - \frac{\partial\mathcal{L}}{\partial W} = n(C^{-1}W - C^{-1}\mathbf{S}C^{-1}W)
    . M = W^TW + \sigma^2 I
    + W^TC^{-1} = M^{-1}W^T
    + \|X - XWW^T\|_F^2 = \mathrm{tr}\left((I-WW^T)^TX^TX(I-WW^T)\right)

    = SVM dual
    X : (n, d)
    y : (n)
    w : (d)
    b : scalar
    alpha : (n) as \alpha
    . \mathcal{L}(w,b,\alpha) = \frac12\|w\|^2 - \sum_{i=1}^n\alpha_i\left[y^{(i)}(w^Tx^{(i)}+b)-1\right]
    + \nabla_w\mathcal{L}(w,b,\alpha) = w - \sum_{i=1}^n\alpha_iy^{(i)}x^{(i)} = 0
    + w = \sum_{i=1}^n\alpha_iy^{(i)}x^{(i)}
    + \frac{\partial}{\partial b}\mathcal{L}(w,b,\alpha) = -\sum_{i=1}^n\alpha_iy^{(i)} = 0
    - \nabla_w\mathcal{L}(w,b,\alpha) = w + \sum_{i=1}^n\alpha_iy^{(i)}x^{(i)} = 0
    ? \alpha_i \ge 0, \quad i = 1,\dots,n

    = ALS
    R : (m, n)
    X : (m, f)
    Y : (n, f)
    C : (m, n)
    lambda : scalar > 0
    . J = \sum_{u,i} c_{ui}(r_{ui} - x_u^Ty_i)^2 + \lambda\left(\sum_u\|x_u\|^2 + \sum_i\|y_i\|^2\right)
    + \frac{\partial J}{\partial x_u} = -2\sum_i c_{ui}(r_{ui}-x_u^Ty_i)y_i + 2\lambda x_u
    - \frac{\partial J}{\partial x_u} = -2\sum_i c_{ui}(r_{ui}-x_u^Ty_i)y_i + \lambda x_u
    + \frac{\partial J}{\partial x_{uf}} = -2\sum_i c_{ui}(r_{ui}-x_u^Ty_i)y_{if} + 2\lambda x_{uf}

    = PageRank
    A : (n, n)
    p : (n)
    alpha : scalar
    v : (n)
    . G = \alpha A + (1-\alpha)v\mathbf{1}^T
    + Gp = \alpha Ap + (1-\alpha)v(\mathbf{1}^Tp)
    - Gp = \alpha Ap + (1-\alpha)v
    + (I-\alpha A)\left(I-\alpha A\right)^{-1} = I
    ? p = \lim_{k\to\infty}G^kp_0

    = EM mixture
    X : (N, D)
    R : (N, K)
    mu : (K, D)
    m : (D)
    Sigma : (D, D) positive definite
    . \mathcal{Q} = -\frac12\sum_{n=1}^N\sum_{k=1}^K r_{nk}(x_n-\mu_k)^T\Sigma^{-1}(x_n-\mu_k)
    + \frac{\partial\mathcal{Q}}{\partial\mu_k} = \sum_{n=1}^N r_{nk}\Sigma^{-1}(x_n-\mu_k)
    - \frac{\partial\mathcal{Q}}{\partial\mu_k} = -\sum_{n=1}^N r_{nk}\Sigma^{-1}(x_n-\mu_k)
    ? \mu_k = \frac{1}{N_k}\sum_{n=1}^N r_{nk}x_n
    ? \gamma(z_{nk}) = \frac{\pi_k\mathcal{N}(x_n|\mu_k,\Sigma_k)}{\sum_j\pi_j\mathcal{N}(x_n|\mu_j,\Sigma_j)}

    = softmax regression
    X : (m, n)
    Theta : (n, K) as \Theta
    Y : (m, K)
    . P = \mathrm{softmax}(X\Theta, 2)
    . J(\Theta) = -\frac1m\sum_{i=1}^m\sum_{k=1}^K y_k^{(i)}\log\frac{e^{\theta_k^Tx^{(i)}}}{\sum_{j=1}^Ke^{\theta_j^Tx^{(i)}}}
    + J(\Theta) = -\frac1m\sum_{i=1}^m\sum_{k=1}^K y_{ik}\log\left(\frac{\exp(\theta_k^\top x_i)}{\sum_{j=1}^K\exp(\theta_j^\top x_i)}\right)

    = misc sigma
    x, z : (n)
    A, B : (n, n)
    a : scalar
    + \sigma'(t) = \sigma(t)(1-\sigma(t))
    - \sigma'(t) = \sigma(t)(1+\sigma(t))
    + \frac{d}{dt}\tanh(t) = 1 - \tanh^2(t)
    + \frac{d\sigma(t)}{dt} = \sigma(t)(1-\sigma(t))
    + \frac{d}{dt} \sigma(t) = \frac{e^{-t}}{(1+e^{-t})^2}
    + \tanh'(t) = 1-\tanh^2(t)
    + \operatorname{ReLU}'(t) = \mathbb{1}[t>0]
    + \frac{\partial}{\partial x}\|x\|_2 = \frac{x}{\|x\|_2}
    + \frac{\partial}{\partial x}\|x\|_1 = \operatorname{sign}(x)
    - \frac{\partial}{\partial x}\|x\|_1 = |x|
    + D_x (x^\top Ax) = x^\top(A+A^\top)
    + \partial_x (x^\top Ax) = (A+A^\top)x
    + \partial_{x} \|x\|^2 = 2x
    + {}^tA A = A^tA
    + {}^t(AB) = {}^tB\,{}^tA
    + (AB)^\mathrm{tr} = B^\mathrm{tr}A^\mathrm{tr}
    + \bigl\lVert x \bigr\rVert^2 \overset{!}{=} x^\top x
    + \max_i x_i = \max(x)
    + \max_{i} |x_i| = \|x\|_\infty
    + \|x\|_\infty = \max_i |x_i|
    - \|x\|_\infty = \max_i x_i
    + x_+ = \max(x, 0)
    + (a)_+ = \max(0,a)
    + (1-a)_+^2 = \max(0,1-a)^2
    + [1-a]_+ = \max(0,1-a)
    + \mathbf{1}\{a>0\} + \mathbf{1}\{a\le 0\} = 1
    + \frac{d}{da}(1-a)_+^2 = -2(1-a)_+
    + \langle A,B\rangle = \mathrm{tr}(A^TB)
    + \langle A,B\rangle_F = \operatorname{vec}(A)^T\operatorname{vec}(B)
    ? \underset{x}{\arg\min}\ x^TAx = 0
    ? x \propto z ## proportionality
    ? x \approx z ## approximation
    ? x \le z ## inequality
    ? \mathbb{E}[x] = z ## xpect
    ? x^* = \arg\max_x x^TAx ## arg
    ? \mathrm{Var}(x) = A
    + \sigma'(z) = \sigma(z)(1-\sigma(z))
    + \sigma(-t) = 1-\sigma(t)
    + \tanh(t) = 2\sigma(2t)-1
    - \tanh(t) = 2\sigma(t)-1
    ? A A^\dagger A = A ## has no fixed meaning
    ? p(x) = \mathcal{N}(x|z, A) ## a density is not checked
    - \sigma'(z) = \sigma(z)(1+\sigma(z))

    = divergences
    p, q : (n) in (0, 1)
    z : (n)
    + \mathrm{KL}(p\|q) = \sum_i p_i\log\frac{p_i}{q_i}
    + D_{\mathrm{KL}}(p\,\|\,q) = \sum_i p_i\log p_i - \sum_i p_i\log q_i
    + D_{KL}(p || q) = -\sum_i p_i\log\frac{q_i}{p_i}
    + \frac{\partial}{\partial q}\mathrm{KL}(p\|q) = -p\oslash q
    + \frac{\partial}{\partial q_i}\mathrm{KL}(p\Vert q) = -\frac{p_i}{q_i}
    . H(p,q) = -\sum_i p_i\log q_i
    ? H(p) = -\sum_i p_i\log p_i ## H is a function of p, q
    ? D_{\mathrm{KL}}(p\|q) = H(p,q) - H(p) ## H is a function of p, q

    = products and families
    W1, W2, W3 : (n, n)
    x : (n)
    Sigma : (d, d) positive definite
    + \prod_{i=1}^3 W_i = W_1W_2W_3
    - \prod_{i=1}^3 W_i = W_3W_2W_1
    + \left(\prod_{i=1}^3 W_i\right)^T = W_3^TW_2^TW_1^T
    + \sum_{i=1}^3 W_i = W_1+W_2+W_3
    + \prod_{i=3}^1 W_i = W_3W_2W_1
    + \sum_{l=1}^3 \|W_l\|_F^2 = \|W_1\|_F^2+\|W_2\|_F^2+\|W_3\|_F^2
    """#
}
