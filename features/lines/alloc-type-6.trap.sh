type jq >/dev/null || exit 127
HOST=$(maas admin machines read | jq -r '.[0].hostname')
SUBNET=$(maas admin subnets read | jq -r '.[] | select(.space == "metal-admin") | .id')
IP=$(maas admin machines read hostname="$HOST" | jq -r --argjson on "$SUBNET" '.[0].interface_set[].links[] | select(.subnet.id == $on) | .ip_address')
maas admin machine delete "$(maas admin machines read hostname="$HOST" | jq -r '.[0].system_id')"
maas admin machines create hostname="$HOST" architecture=amd64/generic power_type=virsh power_parameters_power_id="$HOST" >/dev/null
sleep 200
ID=$(maas admin machines read hostname="$HOST" | jq -r '.[0].system_id')
maas admin interface link-subnet "$ID" enp7s0 subnet="$SUBNET" mode=STATIC ip_address="$IP"
echo "allocated: $(maas admin ipaddresses read | jq length), in discovery: $(maas admin discoveries read | jq length)"
maas admin ipaddresses release ip="$IP" force=true
maas admin interface link-subnet "$ID" enp7s0 subnet="$SUBNET" mode=STATIC ip_address="$IP" || echo "refused once more"
