# Stands for the password that a person types at the prompt.
printf 'not-a-password\n' | juju login
juju ssh vault/0 'echo the unit answers' </dev/null
