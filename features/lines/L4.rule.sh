K=$(sed -n 's/^Unseal Key 1: //p' ~/vault-init/init.txt)
# Stands for the hands that type at the hidden prompt: --pty gives it a terminal.
juju ssh --pty=true vault/0 'VAULT_ADDR=http://127.0.0.1:8200 vault operator unseal' < <(printf '%s\n' "$K") &
while kill -0 $! 2>/dev/null; do
  if ps -ww -o args= -p $! | grep -qF "$K"; then echo "ps shows the share to everybody"; break; fi
done
wait
