# cloud-assert: is the cloud whole again? Twelve checks, a line each, and at last CLOUD-ASSERT: PASS or FAIL. Needs an admin openrc (source ~/admin-openrc).
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
failed=0
pass() { printf 'A%-3s PASS  %s\n' "$1" "$2"; }
fail() { printf 'A%-3s FAIL  %s\n' "$1" "$2"; failed=$((failed + 1)); }
# judge NUMBER WHAT FOUND: nothing found is a pass, anything found is the failure's words
judge() { if [ -z "$3" ]; then pass "$1" "$2"; else fail "$1" "$2: $(printf '%s' "$3" | head -3 | paste -sd';' -)"; fi; }
# on APPLICATIONS COMMAND FILTER: what the filter finds in the answers of their units; that nobody answers is found too
on() { juju exec --application "$1" --format=json -- "$2" </dev/null >"$work/answers" 2>/dev/null; if [ -s "$work/answers" ]; then jq -r "$3" "$work/answers" 2>&1; else echo "$1: no unit answered"; fi; }

juju status --format=json </dev/null >"$work/status" 2>"$work/status.err" || { fail 1 "juju status: $(head -1 "$work/status.err")"; echo "CLOUD-ASSERT: FAIL ($failed)"; exit 1; }
(
  openstack hypervisor list --long -f json </dev/null >"$work/hypervisors" 2>&1
  openstack server list --all-projects -f json </dev/null >"$work/servers" 2>&1
) &
(
  openstack loadbalancer list -f json </dev/null >"$work/balancers" 2>&1
  openstack loadbalancer amphora list -f json </dev/null >"$work/amphorae" 2>&1
  openstack coe cluster list -f json </dev/null >"$work/clusters" 2>&1
) &

judge 1 "every machine and container started" "$(jq -r '.machines | to_entries[] | (., (.value.containers // {} | to_entries[])) | select(.value."juju-status".current != "started") | "\(.key) agent=\(.value."juju-status".current)"' "$work/status")"
judge 2 "every unit active/idle" "$(jq -r '.applications | to_entries[] | .value.units // {} | to_entries[] | (., (.value.subordinates // {} | to_entries[])) | select((.value."workload-status".current | IN("active", "unknown") | not) or .value."juju-status".current != "idle") | "\(.key) \(.value."workload-status".current)/\(.value."juju-status".current) \(.value."workload-status".message // "")"' "$work/status")"
jq -r '.applications."mysql-innodb-cluster".units | .[] | ."workload-status".message // ""' "$work/status" >"$work/mysql"
if [ "$(grep -c 'Cluster is ONLINE' "$work/mysql")" = 3 ] && [ "$(grep -c 'Mode: R/W' "$work/mysql")" = 1 ] && ! grep -qi 'no quorum\|NOT tolerant\|not online' "$work/mysql"; then pass 3 "MySQL: three ONLINE, one R/W"
else fail 3 "MySQL (appendix-A, mysql-innodb-cluster recovery): $(paste -sd';' "$work/mysql")"; fi
chassis=$(jq -r '[.applications | to_entries[] | select(.value."charm-name" | IN("ovn-chassis", "ovn-dedicated-chassis")) | .key] | join(",")' "$work/status")
judge 4 "OVN connected on every chassis" "$(on "$chassis" 'sudo ovn-appctl -t ovn-controller connection-status' '.[] | select((.results.stdout // "" | gsub("\\s+$"; "")) != "connected") | "\(.unit): \(.results.stdout // .results.stderr // "no answer")"')"
juju ssh vault/0 -- 'VAULT_ADDR=http://127.0.0.1:8200 vault status' </dev/null >"$work/vault" 2>&1
if grep -Eq '^Initialized +true' "$work/vault" && grep -Eq '^Sealed +false' "$work/vault"; then pass 5 "Vault initialized and unsealed"; else fail 5 "Vault: $(grep -E '^(Sealed|Initialized)' "$work/vault" | tr -s ' ' | paste -sd',' -) (ops-restart stage 3)"; fi
down=
for application in $(jq -r '.applications | to_entries[] | select(.value.units // {} | any(.[] | .subordinates // {} | keys[]; startswith("hacluster") or contains("-hacluster"))) | .key' "$work/status"); do
  down+=$(on "$application" 'echo "show stat" | sudo socat stdio /var/run/haproxy/admin.sock' '.[] | .unit as $unit | .results.stdout // "" | if . == "" then "\($unit): its haproxy is silent" else split("\n")[] | select(test(",DOWN")) | split(",") | select(.[1] != "BACKEND" and .[1] != "FRONTEND") | "\($unit): \(.[0])/\(.[1]) DOWN" end')
done
judge 6 "haproxy's own verdict: no backend DOWN" "$down"
dark=
prefix=${OS_AUTH_URL#https://} prefix=${prefix%%:*} prefix=${prefix%.*}
for vip in 50:5000/v3 51:9311/ 52:8776/ 53:9292/ 54:9511/ 55:9696/ 56:8774/ 57:9876/ 58:443/ 59:8778/; do
  code=$(curl -s -m 10 --cacert "$OS_CACERT" -o /dev/null -w '%{http_code}' "https://$prefix.${vip%%:*}:${vip#*:}" </dev/null)
  case $code in 200 | 300 | 301 | 302 | 401) ;; *) dark+="$prefix.${vip%%:*} answered $code"$'\n' ;; esac
done
judge 7 "every core VIP answers over TLS of the Vault root CA" "$dark"
wait
reserved=$(on nova-compute 'sudo grep -i ^reserved_host_memory_mb /etc/nova/nova.conf' '.[] | select(.results.stdout // "" | test("= *8192\\s*$") | not) | "\(.unit): \(.results.stdout // "nothing")"')
judge 8 "hypervisors up, 8192 MB reserved (D-040)" "$(jq -r '.[] | select(.State != "up") | "\(."Hypervisor Hostname") is \(.State)"' "$work/hypervisors" 2>&1)$reserved"
orphans=$(jq -rn --slurpfile servers "$work/servers" --slurpfile amphorae "$work/amphorae" '($amphorae[0] | map(.id)) as $known | $servers[0][] | select(.Name | startswith("amphora-")) | select((.Name[8:]) as $id | $known | index($id) | not) | "\(.Name) \(.Status) has no record"' 2>&1)
judge 9 "load balancers ACTIVE/ONLINE, amphorae ALLOCATED, none orphaned" "$(jq -r '.[] | select(.provisioning_status != "ACTIVE" or .operating_status != "ONLINE") | "\(.name) \(.provisioning_status)/\(.operating_status)"' "$work/balancers" 2>&1; jq -r '.[] | select(.status != "ALLOCATED") | "amphora \(.id) \(.status)"' "$work/amphorae" 2>&1; printf '%s' "$orphans")"
# A tenant's own SHUTOFF server is no alarm: what the platform stands on is.
judge 10 "no guest in ERROR, none of the platform's SHUTOFF" "$(jq -r '.[] | select(.Status == "ERROR" or (.Status == "SHUTOFF" and (.Name | test("^amphora-|^capi-mgmt|-control-plane-|-worker-")))) | "\(.Name) \(.Status)"' "$work/servers" 2>&1)"
judge 11 "Magnum health as the expectations table allows" "$(jq -r '.[] | select(.status | test("FAILED")) | "\(.name) \(.status)"' "$work/clusters" 2>&1; jq -r '.[] | select(.health_status == "UNHEALTHY") | "\(.name) \(.health_status)"' "$work/clusters" 2>&1)"
judge 12 "no service VIP equals a unit primary" "$(jq -r '.applications | [.[] | .units // {} | .[] | ."public-address"] | .[] | select(. != null)' "$work/status" | grep -xE "$(printf '%s' "$prefix" | sed 's/\./\\./g')\.(5[0-9]|60)")"
if [ "$failed" = 0 ]; then echo "CLOUD-ASSERT: PASS"; else echo "CLOUD-ASSERT: FAIL ($failed of 12)"; exit 1; fi
