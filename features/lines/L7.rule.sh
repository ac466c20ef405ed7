type openstack >/dev/null || exit 127
. ~/admin-openrc
PATH=~/snap/bin:$PATH
mkdir -p ~/amphora-base
head -c 1024 /dev/zero > ~/amphora-base/l7.img
openstack image create --disk-format raw --container-format bare --file ~/amphora-base/l7.img -f value -c name l7-rule
