import type { SignRule } from './sign.ts'

/** How a process ended, as Docker, systemd, Kubernetes and shells print it. */
export const exitRules: readonly SignRule[] = [
  {
    sign: 'exit:132',
    shownBy:
      /\bexit(?:ed|s)?\b[^\n]{0,30}\b132\b|Exited \(132\)|ExitCode"?: ?132|\bIllegal instruction\b|status=4\/ILL|\bSIGILL\b/i,
  },
  {
    sign: 'exit:100',
    shownBy: /\bexit(?:ed|s|Code|ing)?\b[^\n]{0,40}\b100\b(?!\.)|Exited \(100\)|status=100\b/i,
  },
  {
    sign: 'exit:14',
    shownBy: /\bexit(?:ed|s|Code|ing)?\b[^\n]{0,40}\b14\b(?!\.)|Exited \(14\)|status=14\b/i,
  },
  {
    sign: 'exit:62',
    shownBy: /\bexit(?:ed|s|Code|ing)?\b[^\n]{0,40}\b62\b(?!\.)|Exited \(62\)|status=62\b/i,
  },
  {
    sign: 'exit:48',
    shownBy: /\bexit(?:ed|s|Code|ing)?\b[^\n]{0,40}\b48\b(?!\.)|Exited \(48\)|status=48\b/i,
  },
  { sign: 'exit:2', shownBy: /Exited \(2\)|exited with code 2\b|status=2\/INVALIDARGUMENT/i },
  { sign: 'exit:1', shownBy: /Exited \(1\)|exited with code 1\b|status=1\/FAILURE/i },
  { sign: 'exit:137', shownBy: /\bexit(?:ed|s)?\b[^\n]{0,30}\b137\b|Exited \(137\)|\bOOMKilled\b/i },
]
