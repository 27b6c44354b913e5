const shopOrigin = "https://shop.example.com";

partner.postMessage("token", shopOrigin);
