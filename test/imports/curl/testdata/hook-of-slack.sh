curl -X POST -H 'Content-type: application/json' --data '{"text":"Hello, World!"}' https://hooks.slack.com/services/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
