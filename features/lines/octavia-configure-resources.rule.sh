juju run octavia/leader configure-resources --wait 15m 2>&1 | tee ~/configure-once
OPERATION=$(sed -n 's/^Running operation \([0-9]*\) .*/\1/p' ~/configure-once)
juju show-operation "$OPERATION" | sed -n 's/^status/in one wait it has the status/p'
