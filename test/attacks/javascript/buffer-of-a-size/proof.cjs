// A text where a size is meant becomes the content.
exports.rule = "javascript.new-buffer";

exports.good = ({ padding }) => padding(4).toString("hex");

exports.attack = ({ padding }) => {
  try {
    return padding("content of the caller").toString();
  } catch {
    return null;
  }
};
