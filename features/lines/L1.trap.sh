set -e
LOST=$(juju status --format=short | grep -c 'agent:lost')
echo "lost agents: $LOST"
