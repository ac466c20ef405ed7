type openstack kubectl >/dev/null || exit 127
. ~/admin-openrc
sleep 120
CLUSTER=$(openstack coe cluster list -f value -c name | head -1)
openstack coe cluster show "$CLUSTER" -f json -c health_status -c health_status_reason
kubectl --kubeconfig ~/"$CLUSTER"/config get nodes --no-headers | grep -c ' Ready ' | sed 's/$/ nodes serve/'
