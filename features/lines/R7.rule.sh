sudo -n qemu-img info -U /var/lib/libvirt/images/openstack0-1.qcow2
