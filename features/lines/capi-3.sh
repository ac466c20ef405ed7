source ~/capi-mgmt-net.env
for i in $(seq 1 15); do
  echo "--- [$i] $(date -u +%H:%M:%S) ---"
  ssh -i ~/.ssh/id_ed25519 -o BatchMode=yes -o StrictHostKeyChecking=no \
      -o UserKnownHostsFile=/dev/null -o ConnectTimeout=10 ubuntu@"$MGMT_FIP" \
      'uptime; sudo k8s status 2>&1 </dev/null | head -4'
  sleep 120
done
