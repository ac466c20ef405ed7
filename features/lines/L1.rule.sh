LOST=$(juju status --format=short | grep -c 'agent:lost' || true)
echo "lost agents: $LOST"
