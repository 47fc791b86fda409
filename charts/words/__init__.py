"""What charts and pages say of the numbers: findings, titles, answers."""
