type curl >/dev/null || exit 127
VIP=$(juju config keystone vip | cut -d' ' -f1)
curl -sS -m 6 -o /dev/null -w 'code %{http_code}\n' "https://$VIP:{keystone-port}/v3"
