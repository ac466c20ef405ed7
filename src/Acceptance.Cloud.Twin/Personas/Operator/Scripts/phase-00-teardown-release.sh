# phase-00 step 2, path A (D-061): removes the model and keeps the machines. UNVALIDATED on this virsh-pod MAAS: canary first.
case ${1-} in '' | --apply | --canary) ;; *) echo "phase-00-teardown-release.sh: unknown option $1; allowed: --apply, --canary" >&2; exit 2 ;; esac
echo "=== phase-00 teardown, path A: RELEASE (D-061) -- $(case " $* " in *' --apply '*) echo APPLY ;; *) echo DRY-RUN ;; esac) ==="
maas admin machines read </dev/null | jq -r '.[] | select(.hostname | test("^openstack[0-9]+$")) | "KEEP       \(.hostname)  system_id=\(.system_id)  (juju remove-machine --keep-instance)"' | sort |
  case " $* " in *' --canary '*) head -1 ;; *) cat ;; esac
case " $* " in
  *' --apply '*) juju remove-machine --keep-instance 0 </dev/null ;;
  *) echo "dry-run: nothing was changed; the first use is --apply --canary (one host only)" ;;
esac
