source ~/capi-mgmt-net.env
ssh -i ~/.ssh/id_ed25519 -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o ConnectTimeout=10 ubuntu@"$MGMT_FIP" "timeout 6 bash -c 'exec 3<>/dev/tcp/{keystone-host}/{keystone-port}' && echo VIP-OK || echo VIP-FAIL" </dev/null
