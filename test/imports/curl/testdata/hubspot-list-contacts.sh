curl --request GET \
  --url 'https://api.hubapi.com/crm/v3/objects/contacts?limit=10&archived=false&after=' \
  --header 'authorization: Bearer pat-na1-3f2a7c51-94be-4d0c-8a17-6e5d4c3b2a10'
