# phase-00 step 7: reads the six spaces and every host's tree; what differs from D-052/D-053 is DRIFT. Changes nothing.
set -uo pipefail
drift=0
subnets=$(maas admin subnets read </dev/null) machines=$(maas admin machines read </dev/null)
public=$(jq -r '.[] | select(.space == "provider-public") | .cidr' <<<"$subnets") prefix=$(cut -d. -f1-2 <<<"$public")
judge() { if [ "$2" = "$3" ]; then echo "OK     $1"; else echo "DRIFT  $1: found ${2:-nothing}, expected $3"; drift=$((drift + 1)); fi; }
for plane in provider-public:4 metal-admin:8 metal-internal:12 data-tenant:16 storage:32 replication:36; do
  judge "space ${plane%:*} $prefix.${plane#*:}.0/22" "$(jq -r --arg s "${plane%:*}" '.[] | select(.space == $s) | .cidr' <<<"$subnets")" "$prefix.${plane#*:}.0/22"
done
for host in $(sudo virsh -c qemu:///system list --all --name </dev/null | grep -E '^openstack[0-9]+$' | sort -V); do
  n=$((40 + 10#${host##*[!0-9]}))
  found=$(jq -r --arg h "$host" '.[] | select(.hostname == $h) | .interface_set[] | .name as $name | .links[] | select(.ip_address) | "\($name)=\(.ip_address)"' <<<"$machines" | sort | paste -sd' ' -)
  wanted=$(printf '%s\n' "br-ex=$prefix.4.$n" "br-metal=$prefix.8.$n" "br-internal=$prefix.12.$n" "enp8s0=$prefix.16.$n" "enp9s0=$prefix.32.$n" "enp10s0=$prefix.36.$n" | sort | paste -sd' ' -)
  judge "host $host Pattern A" "$found" "$wanted"
  judge "host $host br-ex is ovs" "$(jq -r --arg h "$host" '.[] | select(.hostname == $h) | .interface_set[] | select(.name == "br-ex") | .params.bridge_type' <<<"$machines")" ovs
done
if [ $drift = 0 ]; then echo "no drift"; echo "OK (dryrun) -- topology consistent with D-052/D-053"; else echo "$drift DRIFT: do not deploy"; exit 1; fi
