type jq >/dev/null || exit 127
HOST=$(maas admin machines read | jq -r '.[0].hostname')
maas admin machine delete "$(maas admin machines read hostname="$HOST" | jq -r '.[0].system_id')"
maas admin machines create hostname="$HOST" architecture=amd64/generic power_type=virsh power_parameters_power_id="$HOST" >/dev/null
sleep 200
MB=$(maas admin machines read hostname="$HOST" | jq '.[0].memory')
sudo -n virsh setmaxmem "$HOST" "$((MB * 2))M"
sudo -n virsh setmaxmem "$HOST" "$((MB * 2))M" --config
sudo -n virsh setmem "$HOST" "$((MB * 2))M" --config
sudo -n virsh destroy "$HOST"
sudo -n virsh start "$HOST"
echo "the guest has $(($(sudo -n virsh dominfo "$HOST" | awk '/^Max memory/ { print $3 }') / 1024 / MB)) times as much"
echo "to MAAS it has $(($(maas admin machines read hostname="$HOST" | jq '.[0].memory') / MB)) times as much"
