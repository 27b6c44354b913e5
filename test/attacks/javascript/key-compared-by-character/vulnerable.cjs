exports.mayCall = (token) => {
  return token === process.env.SERVICE_TOKEN;
};
