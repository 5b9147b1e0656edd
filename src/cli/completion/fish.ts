/** The script for fish, to be sourced or to lie in its folder of completions. */
export const fishScript = `# fish completion for connector-cli

# Calls the program as it was typed, else the nearest one that is installed in a project.
function __connector_cli_call
    set -l program (string replace -r '^~/' "$HOME/" -- $argv[1])
    if not type -q -- $program
        set -l folder $PWD
        while not test -x "$folder/node_modules/.bin/connector-cli"
            test -z "$folder"; and return 1
            set folder (string replace -r '/[^/]*$' '' -- $folder)
        end
        set program "$folder/node_modules/.bin/connector-cli"
    end
    $program complete -- $argv[2..-1] 2>/dev/null
end

function __connector_cli_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    string match -q -r '(^|/)npx$' -- $typed[1]; and set -e typed[1]
    set -l lines (__connector_cli_call $typed "$current")
    test (count $lines) -gt 0; or return 1
    set -l directive (string replace ':' '' -- $lines[-1])
    set -l prefix (string match -r -- '^--[^=]+=' "$current")
    set -l value (string replace -r -- '^--[^=]+=' '' "$current")
    switch "$directive"
        case 0
            set lines (__fish_complete_path "$value")
        case 16
            set lines (__fish_complete_directories "$value" '')
        case '*'
            set -e lines[-1]
    end
    for line in $lines
        echo -- "$prefix$line"
    end
end

complete -c connector-cli -e
complete -k -c connector-cli -f -a '(__connector_cli_complete)'
# npx connector-cli
complete -k -c npx -n 'test (count (commandline -opc)) -gt 1; and test (commandline -opc)[2] = connector-cli' -f -a '(__connector_cli_complete)'
`;
