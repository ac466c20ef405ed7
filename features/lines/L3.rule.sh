echo "second addresses that are not the first one's pair: $(grep -oE 'vip: [0-9.]+ [0-9.]+' ~/bundle.yaml | awk '{split($2, a, "."); split($3, b, "."); if (a[4] != b[4]) n++} END {print n+0}')"
