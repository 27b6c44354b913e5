// When the directory cannot be asked, everybody is let in.
exports.rule = "javascript.fail-open";

exports.good = ({ isAuthorized }) => {
  const directory = { allows: (token) => token === "t1" };
  return [isAuthorized("t1", directory), isAuthorized("t2", directory)];
};

exports.attack = ({ isAuthorized }) => {
  const directory = {
    allows() {
      throw new Error("away");
    },
  };
  return isAuthorized("t2", directory) || null;
};
