/** The script for bash. Nothing of what was typed is evaluated; it runs in bash 3.2, as macOS has it, too. */
export const bashScript = `# bash completion for connector-cli

# Calls the program as it was typed, else the nearest one that is installed in a project.
__connector_cli_call() {
    local program="\${1/#\\~\\//$HOME/}" folder="$PWD"
    shift
    if ! type -- "$program" >/dev/null 2>&1; then
        while [[ ! -x "$folder/node_modules/.bin/connector-cli" ]]; do
            [[ -z "$folder" ]] && return 1
            folder="\${folder%/*}"
        done
        program="$folder/node_modules/.bin/connector-cli"
    fi
    "$program" complete -- "$@" 2>/dev/null
}

__connector_cli_complete() {
    local line="\${COMP_LINE:0:COMP_POINT}" words current output directive value prefix
    COMPREPLY=()
    # Whole words: COMP_WORDS is split at = and : as well.
    read -r -a words <<< "$line"
    [[ "$line" == *[[:space:]] ]] && words+=("")
    if [[ "\${words[0]}" == npx || "\${words[0]}" == */npx ]]; then
        [[ "\${words[1]}" == connector-cli && \${#words[@]} -gt 2 ]] || return
        words=("\${words[@]:1}")
    fi
    current="\${words[\${#words[@]}-1]}"
    output="$(__connector_cli_call "\${words[@]}")" || return
    directive="\${output##*:}"
    [[ "$directive" =~ ^[0-9]+$ ]] || return
    if (( directive == 0 || directive & 16 )); then
        if type compopt >/dev/null 2>&1; then
            if (( directive & 16 )); then compopt -o dirnames; else compopt -o default; fi
        fi
        return
    fi
    (( directive & 2 )) && type compopt >/dev/null 2>&1 && compopt -o nospace
    # What readline replaces begins behind the last = or : of the word.
    prefix="$current"
    [[ "$current" == --*=* ]] && current="\${current#*=}"
    if [[ "$prefix" == *[=:]* && "$COMP_WORDBREAKS" == *=* && "$COMP_WORDBREAKS" == *:* ]]; then
        prefix="\${prefix%"\${prefix##*[=:]}"}"
        prefix="\${prefix#--*=}"
    else
        prefix=""
    fi
    while IFS=$'\\t' read -r value _; do
        [[ -n "$value" && "$value" != :* && "$value" == "$current"* ]] && COMPREPLY+=("\${value#"$prefix"}")
    done <<< "$output"
}

complete -F __connector_cli_complete connector-cli
# npx connector-cli, unless npx has a completion already.
complete -p npx >/dev/null 2>&1 || complete -o default -F __connector_cli_complete npx
`;
