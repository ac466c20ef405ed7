bash -s <<'BLOCK'
juju ssh vault/0 'echo the inner command ran'
echo the next command ran
BLOCK
