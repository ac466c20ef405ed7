juju exec --application {chassis} -- 'sudo ovn-appctl -t ovn-controller connection-status | grep -q connected || echo DARK' \
  | grep DARK || echo "all chassis connected"
