K=$(sed -n 's/^Unseal Key 1: //p' ~/vault-init/init.txt)
juju ssh vault/0 "VAULT_ADDR=http://127.0.0.1:8200 vault operator unseal $K" </dev/null &
while kill -0 $! 2>/dev/null; do
  if ps -ww -o args= -p $! | grep -qF "$K"; then echo "ps shows the share to everybody"; break; fi
done
wait
