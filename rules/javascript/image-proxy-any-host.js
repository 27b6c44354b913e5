module.exports = {
  reactStrictMode: true,
  images: {
    remotePatterns: [
      // ruleid: javascript.image-proxy-any-host
      { protocol: "https", hostname: "**" },
      // ok: javascript.image-proxy-any-host
      { protocol: "https", hostname: "images.example.com" },
      // ok: javascript.image-proxy-any-host
      { protocol: "https", hostname: "**.cdn.example.com" },
    ],
  },
};

const nextConfig = {
  images: {
    // ruleid: javascript.image-proxy-any-host
    remotePatterns: [{ hostname: "*" }],
  },
};

const other = {
  // ruleid: javascript.image-proxy-any-host
  images: { unoptimized: false, remotePatterns: [{ protocol: "http", hostname: "**.com", port: "" }] },
};

const rules = {
  // ok: javascript.image-proxy-any-host
  routes: [{ hostname: "*", target: "web" }],
};
export default nextConfig;
