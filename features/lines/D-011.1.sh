juju status --format=short | grep -vE 'active|idle' || echo "all active/idle"
