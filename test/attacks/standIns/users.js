// Stands for a collection of MongoDB: findOne with fields, $eq, $ne and $gt, as MongoDB documents them.
const users = [
  { name: "ann", password: "pw1", role: "user" },
  { name: "root", password: "k7q2", role: "admin" },
];
const operators = { $eq: (own, given) => own === given, $ne: (own, given) => own !== given, $gt: (own, given) => own > given };

function meets(own, wanted) {
  if (typeof wanted !== "object" || wanted === null) return own === wanted;
  return Object.entries(wanted).every(([name, given]) => operators[name]?.(own, given));
}

exports.findOne = async (filter) =>
  users.find((user) => Object.entries(filter).every(([name, wanted]) => meets(user[name], wanted))) ?? null;
