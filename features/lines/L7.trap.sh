type openstack >/dev/null || exit 127
. ~/admin-openrc
PATH=~/snap/bin:$PATH
head -c 1024 /dev/zero > /tmp/l7-$$.img
sha256sum /tmp/l7-$$.img | sed 's/ .*/ sha256sum has read it/'
openstack image create --disk-format raw --container-format bare --file /tmp/l7-$$.img l7-trap
CODE=$?
rm -f /tmp/l7-$$.img
exit $CODE
