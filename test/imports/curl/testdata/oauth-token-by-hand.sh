curl -X POST https://auth.acme.io/oauth/token -d grant_type=client_credentials -d client_id=abc -d client_secret=9fA8s7Df6gH5j4K3l2Zx
