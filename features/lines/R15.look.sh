juju ssh 0 'resolvectl status' </dev/null | tee ~/resolvers
grep 'DNS Servers:' ~/resolvers | grep -q '\.8\.10$' && echo "the region controller is among the resolvers"
juju ssh 0 'getent hosts localhost >/dev/null && echo the host finds names' </dev/null
