"""Pages of invitations: the company side and the invited person's."""
