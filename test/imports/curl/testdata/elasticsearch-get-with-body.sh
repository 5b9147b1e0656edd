curl -X GET "https://es.acme.io:9200/_search" -H 'Content-Type: application/json' -d'
{
  "query": { "match_all": {} }
}
'
