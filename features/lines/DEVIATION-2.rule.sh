type jq >/dev/null || exit 127
HOST=$(maas admin machines read | jq -r '.[] | select(.status_name == "Ready") | .hostname')
ID=$(maas admin machines read hostname="$HOST" | jq -r '.[0].system_id')
MB=$(maas admin machines read hostname="$HOST" | jq '.[0].memory')
sudo -n virsh destroy "$HOST"
sudo -n virsh setmaxmem "$HOST" "$((MB * 2))M" --config
sudo -n virsh setmem "$HOST" "$((MB * 2))M" --config
sudo -n virsh start "$HOST"
maas admin machine commission "$ID" >/dev/null
sleep 200
maas admin machines read hostname="$HOST" | jq -r --argjson before "$MB" '.[0] | "to MAAS it has \(.memory / $before) times as much, and is \(.status_name)"'
