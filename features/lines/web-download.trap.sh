type openstack jq >/dev/null || exit 127
. ~/admin-openrc
GLANCE=$(openstack catalog show image -f json | jq -r '.endpoints[] | select(.interface == "public").url')
umask 077
{ openstack token issue -f value -c id | sed 's/^/X-Auth-Token: /'; echo 'Content-Type: application/json'; } > ~/.glance
for IMAGE in kube={image-url} noble=https://cloud-images.ubuntu.com/noble/current/noble-server-cloudimg-amd64.img; do
  ID=$(curl -sS -H @"$HOME/.glance" -d '{"name": "web-'"${IMAGE%%=*}"'", "disk_format": "qcow2", "container_format": "bare"}' \
    "$GLANCE/v2/images" | jq -r .id)
  curl -sS -o /dev/null -w "the import of ${IMAGE%%=*} is answered with %{http_code}\n" -H @"$HOME/.glance" \
    -d '{"method": {"name": "web-download", "uri": "'"${IMAGE#*=}"'"}}' "$GLANCE/v2/images/$ID/import"
  sleep 900
  curl -sS -H @"$HOME/.glance" "$GLANCE/v2/images/$ID" | jq -r '"\(.name) is \(.status) as \(.disk_format)"'
  openstack image delete "$ID"
done
rm ~/.glance
