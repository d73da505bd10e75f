# Completion of cmm-server for bash.
_cmm_server() {
  local word=${COMP_WORDS[COMP_CWORD]}
  case ${COMP_WORDS[COMP_CWORD - 1]} in
    backup | restore) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    *) mapfile -t COMPREPLY < <(compgen -W "backup restore --version --help" -- "$word") ;;
  esac
}
complete -F _cmm_server cmm-server
