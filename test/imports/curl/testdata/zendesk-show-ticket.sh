curl https://{subdomain}.zendesk.com/api/v2/tickets/{ticket_id}.json \
  -v -u {email_address}/token:{api_token}
