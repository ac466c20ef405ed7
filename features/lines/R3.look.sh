juju ssh vault/0 'VAULT_ADDR=http://127.0.0.1:8200 vault status' </dev/null
