juju ssh magnum/0 "echo 'DAEMON_ARGS=\"\$DAEMON_ARGS --config-dir /etc/magnum/drop-in.d\"' | sudo tee /etc/default/magnum-conductor" </dev/null >/dev/null
juju ssh magnum/0 'sudo systemctl restart magnum-conductor' </dev/null
juju ssh magnum/0 'ps -ww -C magnum-conductor -o args' </dev/null
