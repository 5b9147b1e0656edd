curl 'https://xyzcompany.supabase.co/rest/v1/orders?id=eq.1&select=*' \
-H "apikey: eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.abcdefghijklmnop1234" \
-H "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.abcdefghijklmnop1234"
