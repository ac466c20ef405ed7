juju ssh vault/0 'VAULT_ADDR=http://127.0.0.1:8200 vault operator init -key-shares=5 -key-threshold=3' </dev/null > ~/init-again.txt
echo "keys in the file: $(grep -c '^Unseal Key' ~/init-again.txt)"
