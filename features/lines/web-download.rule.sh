type openstack >/dev/null || exit 127
. ~/admin-openrc
curl -fsSL -o ~/staged.qcow2 {image-url} || exit
[ "$(sha512sum < ~/staged.qcow2)" = "{image-sha512}  -" ] && echo "staged.qcow2: as published" || exit
openstack image create --file ~/staged.qcow2 --import --container-format bare --disk-format qcow2 staged >/dev/null
sleep 900
echo "the image is $(openstack image show staged -f value -c status)"
openstack image delete staged
