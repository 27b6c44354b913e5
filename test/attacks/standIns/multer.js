// As much of Multer as the programs need: the "file" comes as JSON, without a parser for forms.
module.exports = () => ({
  single: (field) => (req, _res, next) => {
    req.file = req.body[field];
    next();
  },
});
