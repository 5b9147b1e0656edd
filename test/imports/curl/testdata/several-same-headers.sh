curl https://api.acme.io/v1/feed -H 'Accept: text/html' -H 'accept: application/xml' -H 'X-Tag: a' -H 'X-Tag: b' -H 'User-Agent:'
