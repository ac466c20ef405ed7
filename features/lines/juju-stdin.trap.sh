juju ssh vault/0 'echo the unit answers' </dev/null
