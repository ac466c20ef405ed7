base64 -w0 ~/capi-mgmt.kubeconfig | juju ssh magnum/0 'umask 077; base64 -d > ~/kubeconfig; chmod 0600 ~/kubeconfig'
juju ssh magnum/0 'stat -c "the kubeconfig has mode %a" ~/kubeconfig' </dev/null
