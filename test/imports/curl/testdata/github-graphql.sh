curl -H "Authorization: bearer $GITHUB_TOKEN" -X POST -H 'Content-Type: application/json' -d '{"query":"query { viewer { login }}"}' https://api.github.com/graphql
