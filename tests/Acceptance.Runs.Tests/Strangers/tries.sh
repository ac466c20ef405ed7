# What another user of the machine may try against a twin and a run. $1: a folder with the lists ports, pages, pids and
# files. Prints GOT and what for each try that got something, SAID and an answer for each that was answered.
tried=0
stays=0
trap '' PIPE

try() { # NAME COMMAND...
    tried=$((tried + 1))
    local name=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "GOT $name"; fi
}

opens() { exec 9<"$1" && exec 9<&-; }
grows() { exec 9>>"$1" && exec 9<&-; }

# A connection, what is sent, and the first that comes back: a status, a refusal, nothing at all.
ask() { # NAME HOST PORT TEXT
    tried=$((tried + 1))
    # Enough is known: each more that stays costs its time.
    if [ $stays -ge 5 ]; then return; fi
    if ! exec 8<>"/dev/tcp/$2/$3"; then echo "SAID no connection"; return; fi
    printf '%b' "$4" >&8
    IFS= read -r -t 5 line <&8
    local ended=$?
    exec 8>&-
    case $line in
        "HTTP/1.1 "[45]*) echo "SAID ${line:9:3}" ;;
        "refused: "*) echo "SAID refused" ;;
        "") if [ $ended -gt 128 ]; then
            stays=$((stays + 1))
            echo "GOT a connection that stays, $1 $2:$3"
        else echo "SAID closed"; fi ;;
        *) echo "GOT an answer, $1 $2:$3: ${line:0:60}" ;;
    esac
} 2>/dev/null

while read -r host port; do
    plain="Host: $host:$port\r\nConnection: close\r\n\r\n"
    for path in / /v3 /version /api/v1/secrets /log /state /clock; do
        ask "GET $path" "$host" "$port" "GET $path HTTP/1.1\r\n$plain"
    done
    ask "a web page's POST" "$host" "$port" "POST /faults/vault-sealed HTTP/1.1\r\nOrigin: http://a.example\r\n$plain"
    ask "a foreign host" "$host" "$port" "POST /faults/vault-sealed HTTP/1.1\r\nHost: a.example\r\n\r\n"
    ask "a body" "$host" "$port" "POST /v3/auth/tokens HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${plain}5\r\nhello\r\n"
    ask "noise" "$host" "$port" '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'
    ask "a claimed process" "$host" "$port" "run\\0$(head -n 1 "$1/pids")\\0"
    if command -v curl >/dev/null; then
        for scheme in http https; do
            tried=$((tried + 1))
            status=$(curl -sk -m 10 -o /dev/null -w '%{http_code}' "$scheme://$host:$port/v3")
            ended=$?
            case $status in
                000) if [ $ended = 28 ]; then echo "GOT a connection that stays, curl $scheme $host:$port"; else
                    echo "SAID closed"; fi ;;
                4* | 5*) echo "SAID $status" ;;
                *) echo "GOT an answer, curl $scheme $host:$port: $status" ;;
            esac
        done
    fi
done <"$1/ports"

# The control wire, its word known.
while read -r host port path; do
    for verb in GET POST; do
        ask "$verb $path" "$host" "$port" "$verb $path HTTP/1.1\r\nHost: $host:$port\r\nConnection: close\r\n\r\n"
    done
done <"$1/pages"

while IFS= read -r file; do
    if [ "${file%/}" != "$file" ]; then
        try "a list of $file" ls "$file"
        try "a file in $file" touch "${file}stranger"
        try "a link in $file" ln -s /etc/passwd "${file}link"
    else
        try "a reading of $file" opens "$file"
        try "a writing to $file" grows "$file"
    fi
    try "another mode of $file" chmod a+rwx "$file"
    try "another name of $file" mv -T "${file%/}" "${file%/}-moved"
    try "an end of $file" rm -r "${file%/}"
done <"$1/files"

while read -r pid; do
    for part in environ mem maps io; do try "/proc/$pid/$part" opens "/proc/$pid/$part"; done
    for part in fd map_files; do try "/proc/$pid/$part" ls "/proc/$pid/$part/"; done
    for part in cwd root exe; do try "/proc/$pid/$part" readlink "/proc/$pid/$part"; done
    for signal in 0 TERM KILL STOP; do try "signal $signal to $pid" kill -$signal "$pid"; done
done <"$1/pids"

echo "TRIED $tried"
