/**
 * How long questions may take: those that peers answer may wait for the slow; those beside a silence must be over when the
 * silence is.
 */
export type Pace = 'answers' | 'silence'
