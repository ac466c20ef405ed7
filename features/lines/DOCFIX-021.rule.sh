bash -s <<'BLOCK'
juju ssh vault/0 'echo the inner command ran' </dev/null
echo the next command ran
BLOCK
