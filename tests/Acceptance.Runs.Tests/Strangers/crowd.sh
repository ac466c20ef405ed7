# Connections without number. $1: a folder with the list ports, $2: how many. Each says nothing, noise or a head of
# 64 KB, and waits until the twin ends it; GOT for each that it keeps.
trap '' PIPE
mapfile -t ports <"$1/ports"
noise=$(head -c 3000 /dev/urandom | tr -d '\0')
head="GET / HTTP/1.1\r\nX-A: $(printf '%65536s' | tr ' ' x)\r\n"
kept=0
for ((i = 0; i < $2 && kept < 5; i++)); do
    read -r host port <<<"${ports[i % ${#ports[@]}]}"
    exec 8<>"/dev/tcp/$host/$port" || continue
    case $((i % 3)) in
        1) printf '%s' "$noise" >&8 ;;
        2) printf '%b' "$head" >&8 ;;
    esac
    ended=0
    while [ $ended = 0 ]; do
        IFS= read -r -t 5 -n 4096 _ <&8
        ended=$?
    done
    if [ $ended -gt 128 ]; then
        kept=$((kept + 1))
        echo "GOT a connection that stays, $host:$port"
    fi
    exec 8>&-
done 2>/dev/null
echo "TRIED $i"
