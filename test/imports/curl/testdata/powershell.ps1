curl.exe -X POST `
  -H 'Content-Type: application/json' `
  -H "Authorization: Bearer $env:ACME_TOKEN" `
  -d '{"a": "it''s"}' `
  https://api.acme.io/v1/orders
