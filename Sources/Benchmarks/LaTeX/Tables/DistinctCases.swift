/// Partial sums, products, distinctions of cases, values at a point, optima and names of gradients.
///
/// For the form of the tables see `EquationTable`.
enum DistinctCases {
  static let table = #"""
    = sums: ranges
    x : (n)
    A : (n, n)
    W : (m, n)
    b : (m)
    + \sum_{i=2}^{n} x_i = \sum_{i=1}^n x_i - x_1
    + \sum_{i=1}^{n-1} x_i = \mathbf 1^T x - x_n
    + \sum_{i=2}^{n-1} x_i^2 = x^T x - x_1^2 - x_n^2
    - \sum_{i=2}^{n} x_i = \sum_{i=1}^n x_i
    - \sum_{i=1}^{n-1} x_i = \mathbf 1^T x - x_1
    + \sum_{i<j} A_{ij} + \sum_{i>j} A_{ij} + \mathrm{tr}(A) = \sum_{i,j} A_{ij}
    + \sum_{i \leq j} A_{ij} = \sum_{i<j} A_{ij} + \operatorname{tr} A
    + \sum_{i \neq j} A_{ij} = \mathbf{1}^T A \mathbf{1} - \mathrm{tr}(A)
    - \sum_{i \neq j} A_{ij} = \mathbf{1}^T A \mathbf{1}
    + \sum_{1 \le i < j \le n} x_i x_j = \frac12 \left( (\mathbf 1^T x)^2 - x^T x\right)
    - \sum_{i < j} x_i x_j = (\mathbf 1^T x)^2 - x^T x
    + \sum_{i \in [n]} x_i = \mathbf 1^T x
    + \sum_{i \in \{1, \dots, n\}} x_i^2 = \|x\|^2
    . s_j = \sum_{i \neq j} x_i
    + s = (\mathbf 1^T x) \mathbf 1 - x
    . E = \sum_{i<j} (x_i - x_j)^2
    + \frac{\partial E}{\partial x_k} = 2 \sum_{j} (x_k - x_j)
    - \frac{\partial E}{\partial x_k} = \sum_{j} (x_k - x_j)
    + \sum_{j=1}^{n} \sum_{i=1}^{j} A_{ij} = \sum_{i \leq j} A_{ij}

    = products
    p : (n) > 0
    y : (n)
    . L = \prod_{i=1}^n p_i^{y_i} (1-p_i)^{1-y_i}
    + \prod_{i=1}^{n} p_i^{y_i} = \exp\left( \sum_i y_i \log p_i \right)
    - \prod_{i=1}^{n} p_i^{y_i} = \exp\left( \sum_i p_i \log y_i \right)
    + \log \prod_{i=1}^n p_i = \sum_{i=1}^n \log p_i
    + \log \prod_i p_i^{y_i} = y^T \log p

    = cases
    z : (n)
    x, delta, alpha : scalar
    . f(u) = \begin{cases} u & u > 0 \\ 0 & \text{otherwise} \end{cases}
    + f(x) = \max(0, x)
    + f'(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{if } x < 0 \end{cases}
    - f'(x) = \begin{cases} 0 & x > 0 \\ 1 & x \le 0 \end{cases}
    + |x| = \begin{cases} x, & x \geq 0 \\ -x, & x < 0 \end{cases}
    . g(x) = \left\{ \begin{array}{ll} x & \text{if } x > 0 \\ \alpha x & \text{otherwise} \end{array} \right.
    . h(r) = \begin{cases} \frac12 r^2 & |r| \leq \delta \\ \delta(|r| - \frac12\delta) & \text{otherwise} \end{cases}
    . s = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}
    + s = \operatorname{sign}(x)
    . a_i = \frac{e^{z_i}}{\sum_{k} e^{z_k}}
    + \frac{\partial a_i}{\partial z_j} = \begin{cases} a_i(1-a_i) & i = j \\ -a_i a_j & i \neq j \end{cases}
    - \frac{\partial a_i}{\partial z_j} = \begin{cases} a_i(1-a_i) & i = j \\ a_i a_j & i \neq j \end{cases}
    + \frac{\partial a_i}{\partial z_j} = \begin{cases} a_i(1-a_j) & \text{if } i = j \\ -a_j a_i & \text{otherwise} \end{cases}

    = evaluation
    x, a : (n)
    A : (n, n) symmetric
    t : scalar
    . F = x^T A x
    + \frac{\partial F}{\partial x}\bigg|_{x = a} = 2 A a
    + \left. \frac{\partial F}{\partial x} \right|_{a} = 2 A a
    - \left. \frac{\partial F}{\partial x} \right|_{a} = 2 A x
    + \nabla_x F \Big|_{x=a} = 2 A a
    + \nabla_x F \big|_{x=0} = 0
    + \left. \frac{\partial^2 F}{\partial x \partial x^T} \right|_{x=a} = 2 A
    + \nabla_x F(x) |_{x=a} = 2Aa

    = entries with causes
    W : (k, n)
    x : (n)
    y : (k)
    . z_i = \sum_j W_{ij} x_j
    . E = \frac12 \sum_i (z_i - y_i)^2
    + \frac{\partial E}{\partial W_{ij}} = (z_i - y_i) x_j
    - \frac{\partial E}{\partial W_{ij}} = (z_i + y_i) x_j
    - \frac{\partial E}{\partial W_{ij}} = (z_j - y_j) x_i
    - \frac{\partial E}{\partial W_{ij}} = (y_i - z_i) x_j
    - \frac{\partial E}{\partial W_{ij}} = 2(z_i - y_i) x_j
    - \frac{\partial E}{\partial x_j} = \sum_i W_{ji} (z_i - y_i)
    - \frac{\partial E}{\partial x_j} = \sum_i W_{ij} z_i
    + \frac{\partial E}{\partial x_j} = \sum_i W_{ij} (z_i - y_i)

    = optimality
    X : (m, d)
    y : (m)
    theta : (d)
    gamma : scalar > 0
    . J(\theta) = \frac{1}{2m} \|X\theta - y\|^2
    + \nabla_\theta J = \frac1m X^T(X\theta - y)
    + X^T X \theta = X^T y
    + X^TX\theta - X^Ty = 0
    - X^T X \theta = X y
    - X X^T \theta = X^T y
    + \theta = (X^T X)^{-1} X^T y

    = optimality stated
    X : (m, d)
    y : (m)
    w : (d)
    gamma : scalar > 0
    . J = \|Xw - y\|^2 + \gamma \|w\|^2
    + \nabla_w J = 2X^T(Xw - y) + 2\gamma w = 0
    + (X^TX + \gamma I) w = X^Ty
    + w = (X^TX + \gamma I)^{-1} X^T y
    - w = (X^TX - \gamma I)^{-1} X^T y
    - (X^TX - \gamma I) w = X^Ty

    = kalman
    P : (n, n) positive definite
    H : (m, n)
    R : (m, m) positive definite
    . S = H P H^T + R
    . K = P H^T S^{-1}
    . P' = (I - K H) P
    + P' = P - P H^T S^{-1} H P
    - P' = P + P H^T S^{-1} H P

    = sized
    A : (m, n)
    + 0_{m \times n} A^T = 0_{m \times m}
    + A + 0_{m \times n} = A
    + A I_n = A
    + \mathbf{1}_{m \times n} = \mathbf{1}_m \mathbf{1}_n^T
    """#
}
