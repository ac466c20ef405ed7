juju ssh magnum/0 'sudo ln -sf /usr/local/bin/helm /usr/bin/helm' </dev/null
juju ssh magnum/0 "env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c 'command -v helm && helm version --short'" </dev/null
