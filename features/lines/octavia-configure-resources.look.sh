type openstack >/dev/null || exit 127
juju run octavia/leader configure-resources 2>&1 | tee ~/configure-resources
OPERATION=$(sed -n 's/^Running operation \([0-9]*\) .*/\1/p' ~/configure-resources)
juju show-operation "$OPERATION" | sed -n 's/^status/at first: status/p'
sleep 300
juju show-operation "$OPERATION" | sed -n 's/^status/at last: status/p'
. ~/admin-openrc
openstack subnet list --name lb-mgmt-subnetv6 -f value -c Name -c Subnet | sed 's/ /: /'
