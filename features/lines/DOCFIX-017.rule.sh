type jq >/dev/null || exit 127
for HOST in $(maas admin machines read | jq -r '.[].hostname'); do
  ID=$(maas admin machines read hostname="$HOST" | jq -r '.[0].system_id')
  echo "$HOST is resolved, and reads $(maas admin machine read "$ID" | jq -r .status_name)"
done
