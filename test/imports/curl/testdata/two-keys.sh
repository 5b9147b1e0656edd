curl -X GET "https://api.datadoghq.com/api/v1/monitor/42" \
-H "Accept: application/json" \
-H "DD-API-KEY: 9775a026f1ca7d1c6c5af9d94d9595a4" \
-H "DD-APP-KEY: 87ce4a24b5553d2e482ea8a8500e71b8ad4554ff"
