// MatrixCalculus
