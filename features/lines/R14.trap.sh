type curl >/dev/null || exit 127
OLD=$(echo "{keystone-host}" | sed 's/\.[0-9]*$/.226/')
curl -sS -m 6 -o /dev/null -w 'code %{http_code}\n' "https://$OLD:{keystone-port}/v3"
