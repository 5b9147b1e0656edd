curl 'https://ada:s%33cret%40-wall@api.acme.io/v2/reports?from=2024-01-01' -k --max-time 60 -x proxy.acme.io:3128
