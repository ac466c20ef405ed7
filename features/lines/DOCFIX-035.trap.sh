juju ssh magnum/0 'sudo rm -f /usr/bin/helm' </dev/null
juju ssh magnum/0 'command -v helm && echo "the login shell finds it"' </dev/null
juju ssh magnum/0 "env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c 'command -v helm || echo the daemon does not'" </dev/null
