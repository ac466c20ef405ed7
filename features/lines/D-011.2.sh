curl -sk {keystone}/v3 -o /dev/null -w '%{http_code}\n'
