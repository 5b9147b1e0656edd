curl "https://app.acme.io/api/rates" -H "accept: */*" -H "content-type: application/json" --data-binary "{""rate"":""100"%"""}" --compressed
