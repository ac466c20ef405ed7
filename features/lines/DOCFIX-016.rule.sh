maas admin machines read | tee ~/transcript
echo "keys in the transcript: $(grep -cE ' [^ :]+:[^ :]+:[^ :]+$' ~/transcript)"
SYSTEM=$(maas admin machines read | jq -r '.[0].system_id')
maas admin machine query-power-state "$SYSTEM" | tee ~/transcript
echo "passwords in the transcript: $(grep -c power_pass ~/transcript)"
