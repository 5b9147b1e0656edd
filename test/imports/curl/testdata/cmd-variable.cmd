curl -X POST "https://api.acme.io/v1/orders" ^
  -H "Authorization: Bearer %ACME_TOKEN%" ^
  -H "Content-Type: application/json" ^
  -d "{\"name\": \"50%% off\"}"
