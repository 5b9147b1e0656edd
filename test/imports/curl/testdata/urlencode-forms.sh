curl https://api.acme.io/v1/search --data-urlencode 'q=a b+c&d=é' --data-urlencode '=x y' --data-urlencode 'plain text' -d raw=1+1
