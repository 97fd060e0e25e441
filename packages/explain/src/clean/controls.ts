/* oxlint-disable no-control-regex */
// Terminal sequences (colours, cursor, titles), as they stand in copied output and log files.
const terminal =
  /\u001b(?:\[[0-9;?]{0,20}[ -/]?[@-~]|\][^\u0007\u001b]{0,200}(?:\u0007|\u001b\\)|[()][A-Z0-9]|[=>NOM78c])/g

// A colour whose escape character was lost on the way.
const orphaned = /(?:\^\[|\\u001b|\\x1b|\\033|�)\[[0-9;]{0,10}m|(?<=^|\s)\[(?:\d{1,2};)?\d{1,2}m/gm

const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Text without terminal sequences, control and invisible characters; line breaks as `\n`, odd spaces as spaces. */
export function withoutControls(text: string): string {
  return text
    .replace(terminal, '')
    .replace(orphaned, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(controls, '')
    .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
}
