/** All of 127.0.0.0/8 is this machine: one process serves them all, and to a client each is a host of its own. */
export const fleetHosts: readonly string[] = Array.from({ length: 16 }, (_, at) => `127.0.1.${at + 1}`)
