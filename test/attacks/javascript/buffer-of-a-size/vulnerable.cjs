function padding(size) {
  return new Buffer(size);
}

module.exports = { padding };
