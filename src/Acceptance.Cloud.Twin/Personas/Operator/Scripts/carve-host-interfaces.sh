# phase-00 step 6: rebuilds a host's interface tree to Pattern A on the existing subnets. A dry-run unless --apply; what stands already is left alone.
set -uo pipefail
host=${1-} apply=0 fatal=0 todo=0
[ -n "$host" ] || { echo "usage: carve-host-interfaces.sh <host> [--apply]" >&2; exit 2; }
[ "${2-}" = --apply ] && apply=1
number=${host##*[!0-9]}
node=$(maas admin machines read hostname="$host" </dev/null | jq -c '.[0] // empty')
id=$(jq -r .system_id <<<"$node") status=$(jq -r .status_name <<<"$node")
echo "=== carve $host  system_id=${id:-absent}  ${status:-absent} -- $([ $apply = 1 ] && echo APPLY || echo DRY-RUN) ==="
[ -n "$id" ] || { echo "FATAL: $host is not in MAAS"; echo "Summary: 1 fatal"; exit 1; }
subnets=$(maas admin subnets read </dev/null) tree=$(maas admin interfaces read "$id" </dev/null)
of() { jq -r --arg s "$1" --arg k "$2" '.[] | select(.space == $s) | if $k == "vlan" then .vlan.id else .[$k] end' <<<"$subnets"; }
address() { local cidr; cidr=$(of "$1" cidr); echo "${cidr%.*}.$((40 + 10#$number))"; }
has() { jq -e --arg n "$1" "any(.[]; .name == \$n and ($2))" <<<"$tree" >/dev/null; }
did() { todo=$((todo + 1)); [ $apply = 1 ] || return 0; if ! said=$("$@" </dev/null 2>&1); then echo "  FATAL: ${*:1:4}: $said"; fatal=$((fatal + 1)); fi; tree=$(maas admin interfaces read "$id" </dev/null); }
number_of() { jq -r --arg n "$1" '.[] | select(.name == $n) | .id' <<<"$tree"; }
ready() { [ "$status" = Ready ] || { echo "  FATAL: $host is $status: interface edits need Ready (they are rejected on a Deployed machine)"; fatal=$((fatal + 1)); return 1; }; }
# bridge PLANE NAME TYPE PARENT
bridge() {
  has "$2" ".parents == [\"$4\"]" && return
  printf '  %-12s create %s%s parent=%s\n' "$1" "$2" "$([ "$3" = ovs ] && echo ' (OVS)')" "$4"
  did maas admin interfaces create-bridge "$id" name="$2" bridge_type="$3" parent="$(number_of "$4")"
}
# A host leases its own metal address while it is commissioned; MAAS keeps that as discovered, and it blocks the static one.
release_self_discovered() {
  maas admin subnet ip-addresses "$1" </dev/null | jq -e --arg ip "$2" --arg id "$id" 'any(.[]; .ip == $ip and .alloc_type == 6 and .node_summary.system_id == $id)' >/dev/null || return 0
  printf '  %-12s release the discovered lease of %s, its own\n' "$3" "$2"
  did maas admin ipaddresses release ip="$2" force=true discovered=true
}
# static PLANE NAME SPACE
static() {
  local ip subnet
  ip=$(address "$3") subnet=$(of "$3" id)
  has "$2" "any(.links[]; .ip_address == \"$ip\")" && return
  release_self_discovered "$subnet" "$ip" "$1"
  printf '  %-12s %s -> STATIC %s\n' "$1" "$2" "$ip"
  did maas admin interface link-subnet "$id" "$(number_of "$2")" subnet="$subnet" mode=STATIC ip_address="$ip"
}
plan() {
  bridge provider br-ex ovs enp1s0
  static provider br-ex provider-public
  bridge metal br-metal standard enp7s0
  static metal br-metal metal-admin
  if ! has br-metal.103 'true'; then
    printf '  %-12s create br-metal.103 (VLAN) parent=br-metal\n' internal
    did maas admin interfaces create-vlan "$id" name=br-metal.103 vlan="$(of metal-internal vlan)" parent="$(number_of br-metal)"
  fi
  bridge internal br-internal standard br-metal.103
  static internal br-internal metal-internal
  static data enp8s0 data-tenant
  static storage enp9s0 storage
  static replication enp10s0 replication
}
wanted=$apply apply=0 && plan >/dev/null
if [ $todo = 0 ]; then echo "nothing to do: $host is Pattern A already"; echo "Summary: 0 fatal"; exit 0; fi
ready || { echo "Summary: $fatal fatal"; exit 1; }
apply=$wanted todo=0 && plan
echo "Summary: $fatal fatal"
[ $fatal = 0 ]
