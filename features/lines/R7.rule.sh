HOST=$(maas admin machines read | sed -n 's/.*"hostname": "\(.*\)".*/\1/p' | head -1)
sudo -n qemu-img info -U "/var/lib/libvirt/images/$HOST-1.qcow2"
