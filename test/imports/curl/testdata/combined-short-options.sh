curl -sSLXPUT -H'X-Mode: fast' -HX-Other:\ slow --header 'X-Empty;' -A 'AcmeBot/1.0' -e https://acme.io/ https://api.acme.io/v2/settings/7 --json '{"on":true}' -o /dev/null -w '%{http_code}'
