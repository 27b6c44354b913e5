exports.read = async (url) => (await fetch(url)).text();
