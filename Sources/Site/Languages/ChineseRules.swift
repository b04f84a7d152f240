extension Sentence {
  /// The rules of derivations in Chinese.
  static let chineseRules: [String: String] = [
    "the function is written as a composition": "把函数写成复合形式",
    "the letters are replaced by what they stand for, and like terms are collected":
      "把字母换成它们所代表的式子，并合并同类项",
    "the letters that are used once or are short are replaced by what they stand for":
      "只用一次或较短的字母换成它们所代表的式子",
    "a sum hands the derivative on to each of its terms": "和把导数传给它的每一项",
    "through an entrywise product the derivative is multiplied by the other factors":
      "经过逐元素乘积，导数乘以其他因子",
    "the derivative is transposed back": "导数转置还原",
    "the derivative by an exponent {1} is the sum of that by {2} times {3}":
      "对指数 {1} 的导数是对 {2} 的导数乘以 {3} 之和",
    "the power rule, entry by entry, and the chain rule": "逐元素的幂法则与链式法则",
    "through {1}, with {2} the derivative by {3}, that by {4} is {5} where {6} commutes "
      + "with {7}, as within a trace, else the upper right block of {8}":
      "经过 {1}，设 {2} 为对 {3} 的导数：若 {6} 与 {7} 可交换（如在迹中），对 {4} 的导数为 {5}，否则为 {8} 的右上块",
    "the chain rule: the derivative is multiplied, entry by entry, by that of {1}":
      "链式法则：导数逐元素乘以 {1} 的导数",
    "the derivative by a number {1} is the sum of the entries of that by {2} times {3}":
      "对数 {1} 的导数是对 {2} 的导数乘以 {3} 的元素之和",
    "through {1} the derivative by {2} is {3} times that by {4} times {5}":
      "经过 {1}，对 {2} 的导数是 {3} 乘以对 {4} 的导数再乘以 {5}",
    "through {1} the derivative by {2} is {3} times that by {4}":
      "经过 {1}，对 {2} 的导数是 {3} 乘以对 {4} 的导数",
    "through {1} the derivative by {2} is {3} times that by {4}, and by {5} that times {6}":
      "经过 {1}，对 {2} 的导数是 {3} 乘以对 {4} 的导数，对 {5} 的导数再乘以 {6}",
    "a constant factor stays": "常数因子保留",
    "the product rule for numbers": "数的乘积法则",
    "a number stays a factor of the derivative by the matrix": "数仍是对矩阵的导数的因子",
    "what does not depend on the variable has the differential zero": "与变量无关的部分微分为零",
    "the differential of the variable is the direction, letters are replaced by what "
      + "they stand for, and like terms are collected":
      "变量的微分就是方向，把字母换成它们所代表的式子，并合并同类项",
    "the Jacobian is the matrix {1} with {2}: {3}": "雅可比矩阵是满足 {2} 的矩阵 {1}：{3}",
    "the Hessian is the matrix {1} with {2} for the gradient {3}": "黑塞矩阵是满足 {2} 的矩阵 {1}，其中 {3} 为梯度",
    "the layout that is asked for transposes it": "所要求的布局将其转置",
    "the differential of a sum is the sum of the differentials": "和的微分等于微分之和",
    "constant factors stay: {1}": "常数因子保留：{1}",
    "the product rule: {1}": "乘积法则：{1}",
    "the product rule, entry by entry: {1}": "逐元素的乘积法则：{1}",
    "the power rule: {1}": "幂法则：{1}",
    "{1} is the upper right block of {2}": "{1} 是 {2} 的右上块",
    "the chain rule: {1}, entry by entry, with f = {2}": "链式法则：逐元素 {1}，其中 f = {2}",
    "every summed entry gets the derivative by its sum": "每个被求和的元素得到对其和的导数",
    "the derivative by a trace stands on the diagonal": "对迹的导数位于对角线上",
    "the derivative gets back the shape of the matrix": "导数恢复矩阵的形状",
    "the derivative by a diagonal is the diagonal of that by the matrix": "对对角线的导数是对矩阵的导数的对角线",
    "the derivative by a diagonal stands on the diagonal, with zeros elsewhere":
      "对对角线的导数位于对角线上，其余为零",
    "the derivative keeps its lower triangle, with zeros elsewhere": "导数保留下三角，其余为零",
    "the derivative keeps its upper triangle, with zeros elsewhere": "导数保留上三角，其余为零",
    "each block gets its own part of the derivative": "每个块得到导数中属于它的部分",
    "the derivative stands in the columns that were taken, with zeros elsewhere": "导数位于取出的列中，其余为零",
    "the derivative stands in the rows that were taken, with zeros elsewhere": "导数位于取出的行中，其余为零",
    "each block has its own differential, zero where it does not move": "每个块有自己的微分，不变之处为零",
    "the differential of some columns is that of the matrix in those columns": "若干列的微分是矩阵在这些列中的微分",
    "the differential of some rows is that of the matrix in those rows": "若干行的微分是矩阵在这些行中的微分",
    "{1}, for {2} is linear": "{1}，因为 {2} 是线性的",
    "the derivative of {1} is {2}": "{1} 的导数是 {2}",
    "through {1}, with {2} the derivative by {3} and {4}, that by {5} is {6}":
      "经过 {1}，设 {2} 为对 {3} 的导数且 {4}，对 {5} 的导数为 {6}",
    "through {1}, with {2} the derivative by {3}, that by {4} is {5}":
      "经过 {1}，设 {2} 为对 {3} 的导数，对 {4} 的导数为 {5}",
    "{1} for {2}": "{1}，其中 {2}",
    "the product rule for Kronecker products: the derivative by a factor sums that by "
      + "the product times the other factor":
      "克罗内克积的乘积法则：对一个因子的导数是对乘积的导数乘以另一因子之和",
    "the derivative of {1} by an entry is the product of the others, {2}":
      "{1} 对一个元素的导数是其余元素之积 {2}",
    "the derivative goes to the place that attains the maximum, with zeros elsewhere":
      "导数传到取得最大值之处，其余为零",
    "the derivative goes to the place that attains the minimum, with zeros elsewhere":
      "导数传到取得最小值之处，其余为零",
    "{1} is the differential at the place that attains it": "{1} 是取得该值之处的微分",
    "at every entry the derivative goes to the larger of both": "在每个元素处导数传给较大者",
    "at every entry the derivative goes to the smaller of both": "在每个元素处导数传给较小者",
    "at every entry the differential is that of the larger of both": "在每个元素处微分是较大者的微分",
    "at every entry the differential is that of the smaller of both": "在每个元素处微分是较小者的微分",
    "hardmax does not change while the same entries are the largest": "只要最大的元素不变，hardmax 就不变",
    "hardmax does not change while the same entries are the largest: its derivative is zero":
      "只要最大的元素不变，hardmax 就不变：其导数为零",
    "the derivative goes to the row of the largest sum, with the signs of its entries":
      "导数传到和最大的一行，带有其元素的符号",
    "{1} is the sum of the differentials of the row of the largest sum, with their signs":
      "{1} 是和最大的一行的微分之和，带有其符号",
    "every entry gets the derivative by its mean, divided by the number of entries":
      "每个元素得到对其平均值的导数除以元素个数",
    "the differential of a mean is the mean of the differentials": "平均值的微分等于微分的平均值",
    "every entry gets the slope of its own term of {1}": "每个元素得到 {1} 中其自身项的斜率",
    "the sum of the differentials of the terms of {1}": "{1} 各项微分之和",
    "the derivative by {1} of {2} is {3}": "{2} 对 {1} 的导数是 {3}",
    "nothing is differentiated yet": "尚未求导",
    "nothing is differentiated here": "此处不求导",
    "the gradient {1} of free entries is projected onto symmetric matrices: {2}":
      "自由元素的梯度 {1} 投影到对称矩阵：{2}",
    "the gradient {1} of free entries is projected onto skew matrices: {2}":
      "自由元素的梯度 {1} 投影到反对称矩阵：{2}",
    "the gradient {1} of free entries is projected onto diagonal matrices: {2}":
      "自由元素的梯度 {1} 投影到对角矩阵：{2}",
    "the gradient {1} of free entries is projected onto lower triangular matrices: {2}":
      "自由元素的梯度 {1} 投影到下三角矩阵：{2}",
    "the gradient {1} of free entries is projected onto upper triangular matrices: {2}":
      "自由元素的梯度 {1} 投影到上三角矩阵：{2}",
    "the gradient {1} of free entries counts each free entry once: {2}":
      "自由元素的梯度 {1} 把每个自由元素计一次：{2}",
  ]
}
