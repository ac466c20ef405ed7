virsh -c qemu:///system domblklist openstack0
qemu-img info /var/lib/libvirt/images/openstack0-1.qcow2
