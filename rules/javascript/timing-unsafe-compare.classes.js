class ApiKeyGuard {
  isValid(header) {
    const provided = header.slice("ApiKey ".length);
    // ruleid: javascript.timing-unsafe-compare
    return provided === this.apiKey;
  }
  changed(prev, next) {
    // ok: javascript.timing-unsafe-compare
    return prev.apiKey !== next.apiKey;
  }
  isSet() {
    // ok: javascript.timing-unsafe-compare
    return undefined !== this.apiKey;
  }
}
