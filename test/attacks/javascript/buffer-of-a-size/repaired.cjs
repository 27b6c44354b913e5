function padding(size) {
  return Buffer.alloc(size);
}

module.exports = { padding };
