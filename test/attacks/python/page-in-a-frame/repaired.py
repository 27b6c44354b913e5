SECRET_KEY = __import__("os").environ.get("SECRET_KEY", "")
MIDDLEWARE = ["django.middleware.clickjacking.XFrameOptionsMiddleware"]
X_FRAME_OPTIONS = "SAMEORIGIN"
