# Runs the blocks of an operator's evening one after the other in one twin's world: bash drive.sh PYTHON MARK (@KEY:VALUE... FILE)...
#   @fault:ID  @strike:ID REGEX (once the next block prints it)  @until:REGEX (then an interrupt for the next block's kubectl)  @stdin:LINE
python=$1 mark=$2
shift 2
export BLOCK_ROOT=$$

# The real openstack is imported once, inside of this world, and forked for each command: nine tenths of a call are imports.
here=${0%/*}
python=$(command -v "$python")
mkdir -p "$HOME/.clients"
{ echo "#!$python -ISE"; cat "$here/forked_client.py"; } > "$HOME/.clients/openstack"
chmod +x "$HOME/.clients/openstack"
export FORKED_CLIENTS=$HOME/.clients/socket
mkfifo "$HOME/.clients/ready"
"$python" "$here/client_server.py" "$FORKED_CLIENTS" < /dev/null > "$HOME/.clients/ready" 2> /dev/null &
server=$!
read -r _ < "$HOME/.clients/ready" || exit 70
export PATH=$HOME/.clients:$PATH

# Every kubectl below this shell: the one that watches is the only one there is.
interrupt() {
  local pid
  for pid in $(children $$); do
    case "$(tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null)" in *kubectl*\ -w*) kill -INT "$pid" ;; esac
  done
}

children() {
  local pid
  for pid in $(cat /proc/"$1"/task/*/children 2>/dev/null); do
    echo "$pid"
    children "$pid"
  done
}

# Waits for a pattern in what the block prints, then does something.
once() {
  local pattern=$1
  shift
  tail -n +1 -F "$log" 2>/dev/null | grep -m1 -E "$pattern" >/dev/null
  "$@"
}

strike() { curl -sS -X POST "${ACCEPTANCE_CONTROL}faults/$1" -o /dev/null; }

until= strikes= stdin=:
for word in "$@"; do
  case "$word" in
    @fault:*) strike "${word#*:}"; continue ;;
    @until:*) until=${word#*:}; continue ;;
    @strike:*) strikes=${word#*:}; continue ;;
    @stdin:*) stdin=${word#*:}; continue ;;
  esac
  name=${word##*block=}
  name=${name%.sh}
  log=$HOME/.block.log
  : > "$log"
  watchers=
  if [ -n "$until" ]; then once "$until" interrupt & watchers="$watchers $!"; fi
  if [ -n "$strikes" ]; then once "${strikes#* }" strike "${strikes%% *}" & watchers="$watchers $!"; fi
  began=$EPOCHREALTIME
  bash "$word" < <(eval "$stdin") > "$log" 2>&1
  code=$?
  ended=$EPOCHREALTIME
  for pid in $watchers; do for child in $(children "$pid") "$pid"; do kill "$child" 2>/dev/null; done; done
  echo "$mark begin $name"
  cat "$log"
  echo
  echo "$mark end $name $code $(( (${ended/./} - ${began/./}) / 1000 ))"
  until= strikes= stdin=:
done
kill "$server"
