# phase-00 step 2, path A (D-061): removes the model and keeps the machines, Deployed, their carve intact. UNVALIDATED on this virsh-pod MAAS: canary first.
# A dry-run unless --apply; every id is resolved live; juju, lxd and tailscale are never touched. --canary: the first host only, then STOP.
set -uo pipefail
apply=0 canary=0 MODEL=openstack
for word in "$@"; do
  case $word in --apply) apply=1 ;; --canary) canary=1 ;; *) echo "phase-00-teardown-release.sh: unknown option $word; allowed: --apply, --canary" >&2; exit 2 ;; esac
done
machines=$(maas admin machines read </dev/null) || exit 1
model=$(juju models --format=json </dev/null | jq -r --arg m "$MODEL" '.models[] | select(."short-name" == $m) | ."model-uuid"')
held='{"machines":{}}'
if [ -n "$model" ]; then held=$(juju machines -m "$MODEL" --format=json </dev/null) || exit 1; fi
kept() { jq -r --argjson held "$held" '($held.machines | to_entries | map({(.value.hostname): .key}) | add // {}) as $ids | .[] | select(.hostname | test("^openstack[0-9]+$")) | "\(.hostname) \(.system_id) \(.status_name) \($ids[.hostname] // "-")"' <<<"$1" | sort; }
hosts=$(kept "$machines")
[ $canary = 1 ] && hosts=$(head -1 <<<"$hosts")
orphan=$(jq -r '.[] | select(.hostname == "capi-mgmt") | .system_id' <<<"$machines")
echo "=== phase-00 teardown, path A: RELEASE (D-061) -- $([ $apply = 1 ] && echo APPLY || echo DRY-RUN)$([ $canary = 1 ] && echo ' (canary)') ==="
if [ -n "$model" ]; then echo "model      $MODEL  uuid=$model"; else echo "model      $MODEL: absent"; fi
while read -r host system status id; do [ -n "$host" ] && echo "KEEP       $host  system_id=$system  $status  juju machine $id"; done <<<"$hosts"
[ $canary = 0 ] && { if [ -n "$orphan" ]; then echo "DELETE     capi-mgmt  system_id=$orphan"; else echo "DELETE     capi-mgmt: absent"; fi; }
jq -r '.[] | select(.hostname | IN("juju", "lxd", "tailscale")) | "PROTECTED  \(.hostname)  system_id=\(.system_id)  (excluded)"' <<<"$machines" | sort
todo=$(awk '$4 != "-"' <<<"$hosts")
if [ -z "$todo" ] && { [ $canary = 1 ] || [ -z "$model$orphan" ]; }; then echo "nothing to do: $([ $canary = 1 ] && echo "${hosts%% *} is released already" || echo "no $MODEL model and no capi-mgmt machine is left")"; exit 0; fi
if [ $apply = 0 ]; then echo "dry-run: nothing was changed; the first use is --apply --canary (one host only)"; exit 0; fi
if [ -n "$model" ]; then
  printf 'Type the model name (%s) to release it: ' "$MODEL"
  IFS= read -r typed || typed=
  [ -t 0 ] || echo
  if [ "$typed" != "$MODEL" ]; then echo "phase-00-teardown-release.sh: found '$typed'; allowed: $MODEL. Nothing was changed." >&2; exit 1; fi
  keep=~/openstack-baseline/$(date -u +%Y%m%d-%H%M%S)-pre-release
  mkdir -p "$keep"
  juju export-bundle --filename "$keep/bundle.yaml" </dev/null >/dev/null
  juju status --format=yaml </dev/null >"$keep/juju-status.yaml"
  echo "captured the bundle and juju status in $keep (reference only, not a restore path)"
fi
while read -r host system status id; do
  [ -n "$host" ] || continue
  echo "+ juju remove-machine -m $MODEL --force --keep-instance $id"
  juju remove-machine -m "$MODEL" --force --keep-instance "$id" </dev/null >/dev/null || exit 1
done <<<"$todo"
after=$(maas admin machines read </dev/null) || exit 1
lost=0
while read -r host system status id; do
  now=$(jq -r --arg h "$host" '.[] | select(.hostname == $h) | "\(.system_id) \(.status_name)"' <<<"$after")
  domain=$(sudo virsh -c qemu:///system domstate "$host" 2>/dev/null </dev/null | head -1)
  if [ "$now" = "$system Deployed" ] && [ "$domain" = running ]; then echo "SURVIVED   $host  system_id=$system  Deployed  domain=running"
  else echo "LOST       $host: was $system $status, is ${now:-gone from MAAS}, domain=$domain" >&2; lost=1; fi
done <<<"$hosts"
[ $lost = 0 ] || { echo "NOT PRESERVED: do not go on with path A; path B (phase-00-teardown-destroy.sh) is the validated one" >&2; exit 1; }
if [ $canary = 1 ]; then echo "canary OK: machine survival holds. STOP here: re-acquisition is not validated (D-061), path A is no route into phase-01"; exit 0; fi
if [ -n "$model" ]; then
  echo "+ juju destroy-model $MODEL --no-prompt --destroy-storage"
  juju destroy-model "$MODEL" --no-prompt --destroy-storage </dev/null || exit 1
fi
if [ -n "$orphan" ]; then
  echo "+ maas admin machine delete $orphan"
  maas admin machine delete "$orphan" </dev/null || exit 1
fi
echo "OK: model $MODEL is gone, the hosts are kept (Deployed, untouched), capi-mgmt is deleted; how a next model re-acquires them is open (D-061)"
