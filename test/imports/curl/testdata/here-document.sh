# Creates a note.
curl -X POST https://api.acme.io/v1/notes \
  -H 'Content-Type: application/json' \
  --data-binary @- <<'EOF'
{
  "text": "$5 and `code`"
}
EOF
