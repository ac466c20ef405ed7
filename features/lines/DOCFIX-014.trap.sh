juju run vault/leader disable-pki
juju run vault/leader authorize-charm token=s.0000000000000000
juju status vault
