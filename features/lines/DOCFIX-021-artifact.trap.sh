type openssl >/dev/null || exit 127
juju run vault/leader get-root-ca | sed -n '/-----BEGIN CERTIFICATE-----/,/-----END CERTIFICATE-----/p' > ~/captured-ca.pem
head -1 ~/captured-ca.pem | sed 's/^/captured:/'
openssl x509 -in ~/captured-ca.pem -noout -subject
