type jq >/dev/null || exit 127
ID=$(maas admin machines read | jq -r '.[] | select(.status_name == "Ready") | .system_id')
SUBNET=$(maas admin subnets read | jq -r '.[] | select(.space == "metal-admin") | .id')
HELD=$(maas admin subnet ip-addresses "$SUBNET" | jq -c --arg id "$ID" '.[] | select(.alloc_type == 6 and .node_summary.system_id == $id)')
IP=$(jq -r .ip <<<"$HELD")
echo "held as alloc_type $(jq .alloc_type <<<"$HELD"), by the host itself"
maas admin ipaddresses release ip="$IP" force=true discovered=true
maas admin interface link-subnet "$ID" enp7s0 subnet="$SUBNET" mode=STATIC ip_address="$IP" | jq -r '"linked: \(.links[-1].mode)"'
