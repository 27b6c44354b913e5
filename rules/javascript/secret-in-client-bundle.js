// ruleid: javascript.secret-in-client-bundle
const stripe = new Stripe(process.env.NEXT_PUBLIC_STRIPE_SECRET_KEY);
// ruleid: javascript.secret-in-client-bundle
const openai = new OpenAI({ apiKey: import.meta.env.VITE_OPENAI_API_KEY, dangerouslyAllowBrowser: true });
// ruleid: javascript.secret-in-client-bundle
const admin = createClient(url, process.env.REACT_APP_SUPABASE_SERVICE_ROLE_KEY);
// ruleid: javascript.secret-in-client-bundle
const signing = process.env["NEXT_PUBLIC_JWT_SECRET"];

// A key that is meant for browsers.
// ok: javascript.secret-in-client-bundle
const checkout = loadStripe(process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY);
// ok: javascript.secret-in-client-bundle
const client = createClient(import.meta.env.VITE_SUPABASE_URL, import.meta.env.VITE_SUPABASE_ANON_KEY);
// ok: javascript.secret-in-client-bundle
const firebase = { apiKey: import.meta.env.VITE_FIREBASE_API_KEY };
// Without the prefix it stays on the server.
// ok: javascript.secret-in-client-bundle
const server = new Stripe(process.env.STRIPE_SECRET_KEY);
// ok: javascript.secret-in-client-bundle
const shown = process.env.NEXT_PUBLIC_FORGOT_PASSWORD_PATH;
