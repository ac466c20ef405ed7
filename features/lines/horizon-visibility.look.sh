type openstack >/dev/null || exit 127
. ~/admin-openrc
echo "servers in the administrator's own project: $(openstack server list -f value -c Name | wc -l)"
openstack server list --all-projects -f value -c Name
