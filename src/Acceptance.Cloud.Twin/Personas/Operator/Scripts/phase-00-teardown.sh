echo "phase-00-teardown.sh: DEPRECATED (DOCFIX-057 / D-061): destroy-model decomposes pod-composed machines, it does not release them. Use phase-00-teardown-destroy.sh or phase-00-teardown-release.sh. Nothing was changed." >&2
exit 1
