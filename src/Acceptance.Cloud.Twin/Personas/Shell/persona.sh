#!@BASH@
# One program under many names: it tells the twin who was called and how, and does what the twin says until it says exit.
name=${0##*/}
gone() { printf '%s: the twin has gone: start it again (acceptance twin serve) and repeat the command\n' "$name" >&2; exit 69; }
{ IFS= read -r word && IFS= read -r answer; } 2>/dev/null <@DOOR@ || gone
{ exec {twin}<>/dev/tcp/@ADDRESS@/@PORT@; } 2>/dev/null || gone
# Nothing is told, and nothing done, before who answers there has shown to be our twin.
printf '%s\0' "$word" call >&"$twin" 2>/dev/null || gone
IFS= read -r -u "$twin" line 2>/dev/null; [[ $line == "$answer" ]] || gone
stdin=pipe
if [[ -t 0 ]]; then stdin=tty; elif [[ ! -e /dev/fd/0 || /dev/fd/0 -ef /dev/null ]]; then stdin=null; exec </dev/null; fi
tty=file; [[ -t 1 ]] && tty=tty
told=()
for variable in @VARIABLES@; do [[ -v $variable ]] && told+=("$variable=${!variable}"); done
printf '%s\0' '@HOST@' "$name" "$PWD" "$stdin" "$tty" "${#told[@]}" "${told[@]}" "$#" "$@" >&"$twin" 2>/dev/null || gone
runs=()
trap 'for run in "${runs[@]}"; do kill -TERM -- "-$run" || kill -TERM "$run"; done 2>/dev/null' EXIT
trap 'exit 129' HUP; trap 'exit 130' INT; trap 'exit 143' TERM
[[ $stdin == tty ]] || set -m
# Starts a script in the background; its own connection says where it runs and how it ended, so that nobody waits for a dead one.
start() { # token, how stdin is given, script, whether the twin collects what it prints
  { exec {run}<>/dev/tcp/@ADDRESS@/@PORT@; } 2>/dev/null || gone
  printf '%s\0' "$word" run "$1" >&"$run"
  (
    trap - EXIT HUP INT TERM; set +m
    printf '%s\0' "$BASHPID" >&"$run"
    if [[ $4 == collect ]]; then
      exec {out}<>/dev/tcp/@ADDRESS@/@PORT@ {err}<>/dev/tcp/@ADDRESS@/@PORT@
      printf '%s\0' "$word" out "$1" >&"$out"; printf '%s\0' "$word" err "$1" >&"$err"
      exec >&"$out" 2>&"$err" {out}>&- {err}>&-
    fi
    exec {twin}>&-
    case $2 in
      null) eval "$3" </dev/null {run}>&- ;;
      pass) eval "$3" {run}>&- ;;
      greedy)
        exec {in}<&0 {feed}< <(exec @CAT@ {run}>&-)
        feeder=$!
        eval "$3" <&"$feed" {run}>&- {in}<&- {feed}<&-
        ended=$?
        exec {feed}<&-
        kill "$feeder" 2>/dev/null
        while read -r -t 0 -u "$in" && IFS= read -r -t 0.01 -N 4096 -u "$in" _; do :; done
        (exit "$ended") ;;
    esac
    ended=$?
    exec >&- 2>&-
    printf '%s\0' "$ended" >&"$run"
  ) <&0 &
  runs+=("$!")
  exec {run}>&-
}
line=
while :; do
  part=
  IFS= read -r -t 1 -u "$twin" part 2>/dev/null
  got=$?
  # The second may end in the middle of a line: what came of it is kept.
  line+=$part
  if ((got > 128)); then
    # Nothing to do for a second: does whoever called still live?
    read -r -a self </proc/$$/stat && [[ ${self[3]} == "$PPID" ]] || exit 129
    continue
  elif ((got)); then gone; fi
  order=${line%% *} line=${line#"${line%% *}"} line=${line# }
  a=${line%% *} line=${line#"${line%% *}"} line=${line# }
  b=${line%% *} line=
  case $order in
    # Who reads us may leave early; a real program dies of that in silence.
    out) @HEAD@ -c "$a" <&"$twin" 2>/dev/null ;;
    err) { @HEAD@ -c "$a" <&"$twin" >&3 2>/dev/null; } 3>&2 ;;
    exit) exit "$a" ;;
    run) IFS= read -r -d '' -u "$twin" script; start "$a" "$b" "$script" print ;;
    collect) IFS= read -r -d '' -u "$twin" script; start "$a" null "$script" collect ;;
    exec)
      IFS= read -r -d '' -u "$twin" script
      exec {twin}>&-
      trap - EXIT HUP INT TERM
      set +m
      eval "$script"
      exit ;;
    stdin)
      { exec {up}<>/dev/tcp/@ADDRESS@/@PORT@; } 2>/dev/null || gone
      printf '%s\0' "$word" stdin "$a" >&"$up"
      @CAT@ >&"$up"
      exec {up}>&- ;;
    # Files that its caller names are read and written here, with its caller's rights; the twin gets and gives their bytes.
    read)
      files=()
      while ((a-- > 0)); do IFS= read -r -d '' -u "$twin" file; files+=("$file"); done
      for file in "${files[@]}"; do
        kind=none mode= text=
        if [[ -d $file ]]; then
          names=("$file"/*) kind=folder
          [[ -e ${names[0]} || -L ${names[0]} ]] && printf -v text '%s\n' "${names[@]##*/}"
        elif [[ -e $file && ! -r $file ]]; then kind=shut
        elif [[ -e $file ]]; then
          kind=file mode=$(@STAT@ -L -c '%a %s' -- "$file" 2>/dev/null)
          # A short one without another program, a long one without a call of the kernel for each byte.
          if ((${mode#* } < 20000)); then
            { IFS= read -r -d '' text <"$file"; } 2>/dev/null
          else
            text=$({ @HEAD@ -c 4000000 -- "$file"; printf x; } 2>/dev/null) text=${text%x}
          fi
        fi
        printf '%s\0' "$kind" "${mode% *}" "$text" >&"$twin"
      done ;;
    write) # how many bytes, and whether they are appended, in a folder that is made
      IFS= read -r -d '' -u "$twin" file
      why=
      if [[ $b == append ]]; then
        [[ $file != */* || -d ${file%/*} ]] || @MKDIR@ -p -- "${file%/*}" 2>/dev/null
        { exec {to}>>"$file"; } 2>/dev/null
      else { exec {to}>"$file"; } 2>/dev/null; fi
      if (($? == 0)); then
        @HEAD@ -c "$a" <&"$twin" >&"$to" 2>/dev/null || why='write error'
        exec {to}>&-
      else
        @HEAD@ -c "$a" <&"$twin" >/dev/null
        why=$({ : >>"$file"; } 2>&1) why=${why##*: }
      fi
      printf '%s\0' "$why" >&"$twin" ;;
    prompt)
      IFS= read -r -d '' -u "$twin" text
      printf '%s' "$text"
      IFS= read -rs answer
      printf '%s\0' "$?" "$answer" >&"$twin"
      unset answer ;;
    *) gone ;;
  esac
done
