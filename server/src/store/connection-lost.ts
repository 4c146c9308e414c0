/** The database cannot be reached, or the connection went away: a read gave nothing, a transaction did not happen. */
export class ConnectionLost extends Error {}

/** The connection went away while committing, and the database cannot be asked what became of it. */
export class InDoubt extends Error {}
