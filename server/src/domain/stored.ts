/**
 * The records of a world, as plain data. Instants are Unix milliseconds, ids are decimal text.
 * A record that was read carries the version it was read at.
 */
export type Stored<T> = T & { readonly version: number }
