# phase-00 step 5: re-creates the MAAS objects of the libvirt domains that exist (it creates no VM) and polls them through commissioning to Ready. Only the
# missing are created. The libvirt SSH password is typed, never an argument.
set -uo pipefail
check=0
case ${1-} in --check) check=1 ;; '') ;; *) echo "reenroll-hosts.sh: unknown option $1; allowed: --check" >&2; exit 2 ;; esac
hosts=$(sudo virsh -c qemu:///system list --all --name </dev/null | grep -E '^openstack[0-9]+$' | sort -V)
[ -n "$hosts" ] || { echo "reenroll-hosts.sh: no libvirt domain of a host: it re-creates MAAS objects, not VMs" >&2; exit 1; }
known() { maas admin machines read </dev/null | jq -r '.[] | "\(.hostname) \(.status_name) \(.system_id)"'; }
machines=$(known) missing=
for host in $hosts; do
  node=$(grep -E "^$host " <<<"$machines" | cut -d' ' -f2-)
  [ -n "$node" ] || missing+="$host "
  echo "$host  domain=$(sudo virsh -c qemu:///system domstate "$host" </dev/null | head -1)  MAAS=${node:-absent -> create}"
done
[ $check = 0 ] || exit 0
if [ -z "$missing" ] && [ -z "$(grep -E '^openstack' <<<"$machines" | grep -v ' Ready ')" ]; then echo "nothing to do: all report Ready"; exit 0; fi
if [ -n "$missing" ]; then
  printf 'libvirt SSH password (hidden): '
  IFS= read -rs password || password=
  echo
  [ -n "$password" ] || { echo "reenroll-hosts.sh: no password was typed: nothing is created" >&2; exit 1; }
  unset password
  for host in $missing; do
    echo "+ maas admin machines create hostname=$host"
    maas admin machines create hostname="$host" architecture=amd64/generic power_type=virsh power_parameters_power_id="$host" </dev/null | jq -r '"created \(.hostname)  system_id=\(.system_id)"' || exit 1
  done
fi
for i in $(seq 1 40); do
  states=$(known | grep -E '^openstack' | sort -V)
  echo "[$i] $(awk '{printf "%s=%s ", $1, $2}' <<<"$states")"
  if [ "$(grep -c ' Ready ' <<<"$states")" = "$(wc -w <<<"$hosts")" ]; then echo "OK: all $(wc -w <<<"$hosts") report Ready"; exit 0; fi
  sleep 15
done
echo "reenroll-hosts.sh: not all Ready after 40 polls" >&2
exit 1
