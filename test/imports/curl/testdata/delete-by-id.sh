$ curl -X DELETE 'https://api.acme.io/v1/companies/8f14e45f-ceea-467f-a83c-2a51cae7b8a1/' --oauth2-bearer mF_9.B5f-4.1JqM
