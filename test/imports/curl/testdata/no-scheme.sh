curl -I www.acme.io/health#top
