curl -u "$ACME_USER:$ACME_PASS" "$BASE_URL/v1/items/$ID?tag=$TAG&token=$TOKEN" -H "X-Org: ${ORG:-acme}" -H "X-Trace: $(uuidgen)"
