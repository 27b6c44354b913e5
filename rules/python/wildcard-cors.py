from fastapi.middleware.cors import CORSMiddleware
from flask_cors import CORS

# ruleid: python.wildcard-cors
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"])
# ruleid: python.wildcard-cors
CORS(app)
# ruleid: python.wildcard-cors
CORS(app, origins="*")
# ruleid: python.wildcard-cors
response.headers["Access-Control-Allow-Origin"] = "*"
# ok: python.wildcard-cors
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example.com"])
# ok: python.wildcard-cors
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
# ok: python.wildcard-cors
CORS(app, resources={r"/public/*": {"origins": "*"}})
# ok: python.wildcard-cors
CORS(app, origins=["https://shop.example.com"])

# ruleid: python.wildcard-cors
CORS_ALLOW_ALL_ORIGINS = True
# ruleid: python.wildcard-cors
config = CORSConfig(allow_origins=["*"])
# ok: python.wildcard-cors
CORS_ALLOW_ALL_ORIGINS = False
# ok: python.wildcard-cors
config = CORSConfig(allow_origins=["https://shop.example.com"])
