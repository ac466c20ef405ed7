juju ssh vault/0 'VAULT_ADDR=http://127.0.0.1:8200 vault status' </dev/null | grep -E '^Initialized +true' && echo "it was initialized: never again"
echo "keys in the file: $(grep -c '^Unseal Key' ~/vault-init/init.txt), root token: $(grep -c '^Initial Root Token' ~/vault-init/init.txt)"
