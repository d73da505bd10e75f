# Completion of ./cmm for bash: source <(./cmm completion)
_cmm() {
  local word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]} words
  case $COMP_CWORD.$verb in
    1.*) words=@VERBS@ ;;
    *.test) words=@TRIALS@ ;;
    *.bench) words="ingest start agent --rounds --quick --json" ;;
    *.package) words="linux windows" ;;
    *.dev) words="--machines --days --seed" ;;
    *) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _cmm ./cmm cmm
