/** The members of an object that are there. */
export const dropUnset = <T extends object>(object: T): WithoutUnset<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as WithoutUnset<T>

/** The same members, none of which is there without a value. */
type WithoutUnset<T> = { [name in keyof T]?: Exclude<T[name], undefined> }
