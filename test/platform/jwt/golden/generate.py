"""Writes tokens.json: what PyJWT signs, for the algorithms whose signatures are the same every time.

    apt-get install python3-jwt python3-cryptography
    /usr/bin/python3 test/platform/jwt/golden/generate.py

Each case holds the claims and headers as JSON text, which Python's json.loads turns into what is signed.
"""
import json
import os
import jwt

here = os.path.dirname(os.path.abspath(__file__))
keys = os.path.join(here, "..", "..", "..", "fixtures", "keys")
secret = "a shared secret, 32 bytes or more of it: \u00e9\u20ac"


def key(name):
    with open(os.path.join(keys, name)) as file:
        return file.read()


claims = {
    "plain": '{"iss": "client", "sub": "ada@example.com", "exp": 1700000000}',
    "numbers": '{"big": 12345678901234567890123, "one": 1.0, "small": 1e-07, "large": 1e16, "huge": 1e300, "negative": -0.0}',
    "text": '{"name": "Zo\u00eb \\"\\\\ \\u0001 \\ud83d\\ude00 </script> &", "empty": ""}',
    "nested": '{"z": {"b": [1, [2, {"c": null}], true], "a": {}}, "a": [], "B": false}',
    "order": '{"10": 1, "9": 2, "b": 3, "a": 4, "__proto__": 5}',
    "nothing": "{}",
}
headers = {
    "none": "null",
    "kid": '{"kid": "key-1", "x5t": "abc"}',
    "typ": '{"typ": "at+jwt", "Zeta": 1, "alpha": [1.0]}',
    "untyped": '{"typ": null, "cty": "x"}',
    "detached": '{"b64": false, "crit": ["b64"]}',
    "b64": '{"b64": true}',
}
algorithms = [("HS256", None), ("HS384", None), ("HS512", None), ("EdDSA", "ed25519.pem"), ("EdDSA", "ed448.pem")]
algorithms += [(name, "rsa-pkcs8.pem") for name in ("RS256", "RS384", "RS512")]
algorithms += [("RS256", "rsa-pkcs1.pem")]

cases = []
for algorithm, file in algorithms:
    pairs = [(c, "none") for c in claims] if algorithm in ("HS256", "RS256") and file != "rsa-pkcs1.pem" else [("numbers", "kid")]
    if algorithm == "HS256":
        pairs += [("plain", h) for h in headers if h != "none"]
    for c, h in pairs:
        token = jwt.encode(
            json.loads(claims[c]), key(file) if file else secret, algorithm=algorithm, headers=json.loads(headers[h])
        )
        cases.append(
            {"name": f"{algorithm} {file or 'secret'}: {c}, headers {h}", "algorithm": algorithm, "key": file,
             "claims": claims[c], "headers": headers[h], "token": token}
        )
override = jwt.encode({"a": 1}, secret, algorithm="HS256", headers={"alg": "HS512"})
cases.append({"name": "the header names the algorithm", "algorithm": "HS256", "key": None, "claims": '{"a": 1}',
              "headers": '{"alg": "HS512"}', "token": override})

with open(os.path.join(here, "tokens.json"), "w") as file:
    json.dump({"pyjwt": jwt.__version__, "secret": secret, "cases": cases}, file, indent=2)
    file.write("\n")
