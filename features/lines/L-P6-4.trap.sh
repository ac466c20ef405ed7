base64 -w0 ~/capi-mgmt.kubeconfig | juju ssh magnum/0 'umask 022; base64 -d > /tmp/kubeconfig'
juju ssh magnum/0 'stat -c "/tmp/kubeconfig has mode %a" /tmp/kubeconfig' </dev/null
