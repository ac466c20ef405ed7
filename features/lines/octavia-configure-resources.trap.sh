juju run octavia/leader configure-resources 2>&1 | tee ~/configured
juju run octavia/leader configure-resources 2>&1 | tee -a ~/configured
sleep 150
sed -n 's/^Running operation \([0-9]*\) .*/\1/p' ~/configured | while read -r OPERATION; do
  juju show-operation "$OPERATION" </dev/null | sed -n 's/^status/after five minutes it has the status/p'
done
