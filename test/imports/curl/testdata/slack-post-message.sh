curl -X POST -H 'Authorization: Bearer xoxb-2101-kq83mzp0wq' \
-H 'Content-type: application/json; charset=utf-8' \
--data '{"channel":"C061EG9SL","text":"Hi {{name}}, {% raw %} {# note #}"}' \
https://slack.com/api/chat.postMessage
