# ruleid: python.permissive-cors
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_CREDENTIALS = True
# ok: python.permissive-cors
CORS_ALLOWED_ORIGINS = ["https://shop.example.com"]
