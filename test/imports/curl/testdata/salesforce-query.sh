curl https://MyDomainName.my.salesforce.com/services/data/v62.0/query/?q=SELECT+Name+FROM+Account+WHERE+Name+LIKE+%27A%25%27 \
  -H "Authorization: Bearer ${ACCESS_TOKEN}"
