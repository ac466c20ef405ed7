type openssl jq >/dev/null || exit 127
juju run vault/leader get-root-ca --format json | jq -r '[.. | strings | select(test("BEGIN CERTIFICATE"))][0]' > ~/captured-ca.pem
head -1 ~/captured-ca.pem | sed 's/^/captured:/'
openssl x509 -in ~/captured-ca.pem -noout -subject
