import { symptoms } from '@mongowhy/causes/symptoms'
import { redactText } from '@mongowhy/core'
import { expect, test } from 'vitest'

/** Without the user information of URLs, which is hidden for good reason. */
function bare(text: string): string {
  return text.replace(/:\/\/\S*@/g, '://')
}

test('of what drivers print nothing is hidden but credentials', () => {
  const samples = symptoms.flatMap(({ symptoms: own }) => own.map(({ sample }) => sample))
  const garbled = samples
    .map((sample) => [bare(sample), bare(redactText(sample, [], { users: 'kept', names: [] }))] as const)
    .filter(([before, after]) => before !== after)
    .map(([before]) => before)
  expect(samples.length).toBeGreaterThan(1_000)
  // A password stands in it.
  expect(garbled.filter((each) => !/password with value/.test(each))).toEqual([])
})
