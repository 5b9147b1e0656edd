curl https://api.telegram.org/bot710934562:AAHk3v9ZqLx7Rw2Tn5Bm8Yc1Jd4Fg6Hs0Kp/sendMessage -d chat_id=42 -d text=hi
