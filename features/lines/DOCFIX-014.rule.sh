juju run vault/leader authorize-charm token=s.0000000000000000
juju run vault/leader generate-root-ca
juju status vault
