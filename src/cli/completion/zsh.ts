/** The script for zsh, to be sourced or to lie in a folder of its fpath. Nothing of what was typed is evaluated. */
export const zshScript = `#compdef connector-cli

# Where the shell has not set up completion, it is done here.
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }

# Calls the program as it was typed, else the nearest one that is installed in a project.
__connector_cli_call() {
    local program=\${1/#\\~\\//$HOME/} folder=$PWD
    shift
    if ! whence -- "$program" >/dev/null; then
        while [[ ! -x $folder/node_modules/.bin/connector-cli ]]; do
            [[ -z $folder ]] && return 1
            folder=\${folder%/*}
        done
        program=$folder/node_modules/.bin/connector-cli
    fi
    "$program" complete -- "$@" 2>/dev/null
}

_connector-cli() {
    local -a typed lines described options
    local line value description directive
    typed=("\${(@Q)words[1,CURRENT-1]}")
    lines=("\${(@f)$(__connector_cli_call "\${(@)typed}" "\${(Q)PREFIX}")}")
    directive=\${lines[-1]#:}
    [[ $directive == <-> ]] || return 1
    # Of --flag=value the value alone is completed.
    [[ $PREFIX == --*=* ]] && compset -P 1 '*='
    if (( directive == 0 )); then
        _files
        return
    elif (( directive & 16 )); then
        _files -/
        return
    fi
    (( directive & 2 )) && options=(-S '')
    for line in "\${(@)lines[1,-2]}"; do
        value=\${\${line%%$'\\t'*}//:/\\\\:}
        description=\${line#*$'\\t'}
        described+=("$value\${description:+:$description}")
    done
    (( $#described )) && _describe 'completion' described "\${(@)options}"
}

# npx connector-cli
__connector_cli_npx() {
    if [[ \${words[2]} == connector-cli ]] && (( CURRENT > 2 )); then
        shift words
        (( CURRENT-- ))
        _connector-cli
    else
        _default
    fi
}

if [[ \${funcstack[1]} == _connector-cli ]]; then
    _connector-cli "$@"
else
    compdef _connector-cli connector-cli
    # Unless npx has a completion already.
    (( $+_comps[npx] )) || compdef __connector_cli_npx npx
fi
`;
