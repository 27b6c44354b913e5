from fastapi.middleware.cors import CORSMiddleware
from flask_cors import CORS

# ruleid: python.permissive-cors
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True, allow_methods=["*"])
# ruleid: python.permissive-cors
CORS(app, supports_credentials=True)
# ruleid: python.permissive-cors
response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
# ok: python.permissive-cors
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example.com"], allow_credentials=True)
# ok: python.permissive-cors
app.add_middleware(CORSMiddleware, allow_origins=["*"])
# ok: python.permissive-cors
CORS(app, origins=["https://shop.example.com"], supports_credentials=True)
# ok: python.permissive-cors
CORS(app)
# ruleid: python.permissive-cors
CORS(app, resources={r"/*": {"origins": "*"}}, supports_credentials=True)
# ruleid: python.permissive-cors
CORS(app, supports_credentials=True, resources={r"/api/*": {"methods": ["GET"], "origins": ["*"]}})
# ruleid: python.permissive-cors
CORS(app, resources={r"/api/*": {"origins": "*", "supports_credentials": True}})
# ok: python.permissive-cors
CORS(app, resources={r"/*": {"origins": "*"}})
# ok: python.permissive-cors
CORS(app, resources={r"/*": {"origins": ["https://shop.example.com"]}}, supports_credentials=True)
# ruleid: python.permissive-cors
config = CORSConfig(allow_origins=["*"], allow_credentials=True)
# ok: python.permissive-cors
config = CORSConfig(allow_origins=["https://shop.example.com"], allow_credentials=True)
