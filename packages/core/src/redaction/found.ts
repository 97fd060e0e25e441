/** Is told every secret that is taken out of a text. */
export type Found = (secret: string) => void
