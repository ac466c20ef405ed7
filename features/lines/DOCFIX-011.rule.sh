juju actions vault --schema --format yaml
juju run vault/leader authorize-charm token=s.0000000000000000
