# phase-00 step 2, path B (D-061): destroys the openstack model, which decomposes the hosts out of MAAS, and deletes the orphaned capi-mgmt machine.
# A dry-run unless --apply; every id is resolved live; juju, lxd and tailscale are never touched.
set -uo pipefail
apply=0 MODEL=openstack
case ${1-} in --apply) apply=1 ;; '') ;; *) echo "phase-00-teardown-destroy.sh: unknown option $1; allowed: --apply" >&2; exit 2 ;; esac
machines=$(maas admin machines read </dev/null) || exit 1
model=$(juju models --format=json </dev/null | jq -r --arg m "$MODEL" '.models[] | select(."short-name" == $m) | ."model-uuid"')
echo "=== phase-00 teardown, path B: DESTROY (D-061) -- $([ $apply = 1 ] && echo APPLY || echo DRY-RUN) ==="
if [ -n "$model" ]; then echo "model      $MODEL  uuid=$model"; else echo "model      $MODEL: absent"; fi
hosts=$(jq -r '.[] | select(.hostname | test("^openstack[0-9]+$")) | "\(.hostname)  system_id=\(.system_id)  \(.status_name)"' <<<"$machines" | sort)
orphan=$(jq -r '.[] | select(.hostname == "capi-mgmt") | .system_id' <<<"$machines")
[ -n "$model" ] && [ -n "$hosts" ] && sed 's/^/DECOMPOSE  /' <<<"$hosts"
if [ -n "$orphan" ]; then echo "DELETE     capi-mgmt  system_id=$orphan"; else echo "DELETE     capi-mgmt: absent"; fi
jq -r '.[] | select(.hostname | IN("juju", "lxd", "tailscale")) | "PROTECTED  \(.hostname)  system_id=\(.system_id)  (excluded)"' <<<"$machines" | sort
if [ -z "$model$orphan" ]; then echo "nothing to do: no $MODEL model and no capi-mgmt machine is left"; exit 0; fi
if [ $apply = 0 ]; then echo "dry-run: nothing was changed; --apply does it"; exit 0; fi
if [ -n "$model" ]; then
  printf 'Type the model name (%s) to destroy it: ' "$MODEL"
  IFS= read -r typed || typed=
  [ -t 0 ] || echo
  if [ "$typed" != "$MODEL" ]; then echo "phase-00-teardown-destroy.sh: found '$typed'; allowed: $MODEL. Nothing was changed." >&2; exit 1; fi
  keep=~/openstack-baseline/$(date -u +%Y%m%d-%H%M%S)-pre-destroy
  mkdir -p "$keep"
  juju export-bundle --filename "$keep/bundle.yaml" </dev/null >/dev/null
  juju status --format=yaml </dev/null >"$keep/juju-status.yaml"
  echo "captured the bundle and juju status in $keep (reference only, not a restore path)"
  echo "+ juju destroy-model $MODEL --no-prompt --destroy-storage"
  juju destroy-model "$MODEL" --no-prompt --destroy-storage </dev/null || exit 1
fi
if [ -n "$orphan" ]; then
  echo "+ maas admin machine delete $orphan"
  maas admin machine delete "$orphan" </dev/null || exit 1
fi
left=$(maas admin machines read </dev/null | jq -r '.[].hostname | select(test("^(openstack[0-9]+|capi-mgmt)$"))' | sort | paste -sd' ' -)
if [ -n "$left" ]; then echo "STILL IN MAAS: $left: juju remove-machine -m $MODEL --force <id> for each lingering id, then --apply again" >&2; exit 1; fi
echo "OK: model $MODEL is gone, the hosts are decomposed (their libvirt domains stay, shut off), capi-mgmt is deleted"
