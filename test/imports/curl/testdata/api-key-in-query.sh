curl -G https://maps.googleapis.com/maps/api/geocode/json --data-urlencode "address=1600 Amphitheatre Pkwy & more" -d key=AIzaSyA1234567890abcdefghijklmnopqrstuv
