juju run vault/leader authorize-charm token-secret-id=s.0000000000000000
