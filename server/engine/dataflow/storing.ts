/** Methods that put their arguments into the object they belong to. */

const methods = new Set(
  "push unshift splice append appendleft extend add insert update set setdefault concat_ write writelines put enqueue appendChild fill".split(
    " ",
  ),
);

/** @param name Of a method of any object. */
export function isStoringMethod(name: string): boolean {
  return methods.has(name);
}
