PS C:\Users\me> curl.exe -s "https://api.acme.io/v1/orders?state=`$open" -H "X-Api-Key: k3yV4lu3-99" --data-raw '{\"id\":1}'
