curl ^"https://app.acme.io/api/search?q=a^%^20b^&page=2^" ^
  -H ^"accept: */*^" ^
  -H ^"content-type: application/json^" ^
  -H ^"sec-ch-ua: ^\^"Chromium^\^";v=^\^"130^\^"^" ^
  --data-raw ^"^{^\^"a^\^":1,^

^\^"path^\^":^\^"C:^\^\^\^\x ^& y^\^"^}^"
