type curl >/dev/null || exit 127
. ~/admin-openrc
curl -sS -m 20 --cacert "$OS_CACERT" "$OS_AUTH_URL"
