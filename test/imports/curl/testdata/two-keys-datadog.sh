curl -X GET "https://api.datadoghq.com/api/v1/query?from=1700000000&session_id=8d3f0b7c2a9e41d6b5f7c1e2a3948576" \
-H "DD-API-KEY: 4f8a1c7e9b2d6053a8e1f4c7b9d20635" \
-H "DD-APPLICATION-KEY: 7c1e9b3d5f2a8046c7e1d9b35f2a80467c1e9b3d" \
-H "X-Acme-Key: q8Wm2Zr5Kx9Vn3Tb7Lc1Hd4F" \
-H "X-CSRF-Token: 9f8e7d6c5b4a"
