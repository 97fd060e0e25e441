/** What stands in place of everything secret. */
export const hidden = '<credentials>'

/** A replica set has 50 members at most; a sharded cluster's routers are the only reason for more. */
export const maxHosts = 512

/** The specification has some fifty options; beyond this the string is not one that a person wrote. */
export const maxOptions = 256

/** A person mends one fault after another; a list of a thousand helps nobody. */
export const maxFaults = 64

/** Longer strings are still read, and said to be suspicious. UTF-16 units. */
export const suspiciousLength = 65_536

/** How much of the redacted form is kept. UTF-16 units. */
export const maxRedacted = 8_192

/** Values that are scrubbed from texts of others; each costs a pass over the text. */
export const maxSecrets = 128
