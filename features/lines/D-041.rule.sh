type openstack >/dev/null || exit 127
. ~/admin-openrc
. ~/capi-mgmt-net.env
ready() {
  ssh -i ~/.ssh/id_ed25519 -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
    -o ConnectTimeout=10 ubuntu@"$MGMT_FIP" 'sudo k8s status' </dev/null 2>/dev/null | grep -qx 'cluster status: *ready' \
    && echo "$1: ready" || echo "$1: not ready"
}
SERVER=$(openstack server list --all-projects -f value -c ID -c Networks | grep -F "$MGMT_FIP" | cut -d ' ' -f 1)
openstack server reboot --hard "$SERVER"
sleep 1800
ready "half an hour after the boot"
