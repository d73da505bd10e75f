# Completion of cmm-agent for bash; the settings are those that its help lists.
_cmm_agent() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]}
  case $before in
    --config | --token-file | --authority) mapfile -t COMPREPLY < <(compgen -f -- "$word") ; return ;;
    --data-directory) mapfile -t COMPREPLY < <(compgen -d -- "$word") ; return ;;
  esac
  local words
  words=$("$program" --help 2>/dev/null | grep -o -- '--[a-z-]*' | sort -u)
  [ "$COMP_CWORD" != 1 ] || words="configure status $words"
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _cmm_agent cmm-agent
