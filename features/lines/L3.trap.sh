sed -i '/^  cinder:/,/vip:/s/\(vip: [0-9.]*\) [0-9.]*/\1 192.0.2.30/' ~/bundle.yaml
echo "first addresses that are no VIP of the provider block: $(grep -oE 'vip: [0-9.]+' ~/bundle.yaml | grep -vcE '\.(5[0-9]|60)$')"
