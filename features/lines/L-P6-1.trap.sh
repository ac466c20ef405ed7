juju ssh magnum/0 'sudo mkdir -p /etc/systemd/system/magnum-conductor.service.d' </dev/null
juju ssh magnum/0 "echo 'ExecStart=/usr/bin/magnum-conductor --config-dir /etc/magnum/drop-in.d' | sudo tee /etc/systemd/system/magnum-conductor.service.d/config-dir.conf" </dev/null >/dev/null
juju ssh magnum/0 'sudo systemctl daemon-reload; sudo systemctl restart magnum-conductor' </dev/null
juju ssh magnum/0 'grep -q -e "--config-dir /etc/magnum/drop-in.d" /etc/systemd/system/magnum-conductor.service.d/config-dir.conf' </dev/null && echo "the unit's text has the flag"
juju ssh magnum/0 'ps -ww -C magnum-conductor -o args' </dev/null
