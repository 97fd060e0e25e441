import { says } from '@mongowhy/core'
import type { Advice, Phrase } from '@mongowhy/core'

export interface Facts {
  readonly database: string
  readonly wrong:
    | { readonly is: 'character'; readonly character: string }
    | { readonly is: 'length'; readonly bytes: number }
}

export function advise({ database, wrong }: Facts): Advice {
  return {
    title:
      wrong.is === 'length'
        ? says`The connection string names a database by ${wrong.bytes} bytes, and 63 is the most`
        : says`No database can be named ${database}: ${named(wrong.character)} cannot stand in the name`,
    explanation: says`What stands between the hosts and the ? of a connection string is the name of a database. The names of databases hold none of / \\ . " $ and no space, and have 63 bytes at most. Drivers connect with such a string, and fail when they use the database; PyMongo refuses some of them at once.`,
    steps: wrong.is === 'length' ? [shorter] : steps(database, wrong.character),
  }
}

const shorter: Phrase = says`Put the name of the database there, and nothing else.`

function steps(database: string, character: string): readonly Phrase[] {
  switch (character) {
    case '.':
      return [
        says`Write the database alone, …/${database.split('.')[0] ?? ''}?…, and name the collection in code: drivers take no collection from a connection string (PyMongo does, for its own use).`,
      ]
    case '/':
      return [
        says`One / ends the hosts, one name follows, and then the ?: mongodb://HOST:PORT/DATABASE?OPTIONS. Take away what is too much; a program that puts the string together may add a / of its own.`,
      ]
    case ' ':
      return [
        says`Write the name as the deployment has it ("show dbs" in mongosh lists them); a space at its end often comes from copying.`,
      ]
    default:
      return [says`Write the name as the deployment has it: "show dbs" in mongosh lists them.`]
  }
}

function named(character: string): string {
  switch (character) {
    case ' ':
      return 'a space'
    case '.':
      return 'a full stop'
    default:
      return `a ${character}`
  }
}
