import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { host } from '../kit/net-case.ts'
import { loggedIn, rejected, serverError } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const cut = `mongodb://ada:${casePassword}@db.lab.test/app?retryWrites=true`

export const cases: Cases = defineCases({
  code: 'uri-shell-quoting',
  matching: [
    {
      name: 'its second option became a variable',
      evidence: given(cut)
        .saw('env.host', null, {}, host({ optionVariables: ['authSource'] }))
        .build({ source: 'env:MONGODB_URI' }),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'which the login lacks',
      evidence: loggedIn(
        given(cut).saw('env.host', null, {}, host({ optionVariables: ['authSource'] })),
        rejected(serverError()),
      ).build({ source: 'env:MONGODB_URI' }),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'the command went to the background',
      evidence: given(cut)
        .saw('env.host', null, {}, host({ inBackground: true }))
        .build({ source: 'argument' }),
      at: null,
      certainty: 'possible',
      bearing: 'advisory',
    },
    {
      name: 'a backslash before the & came through',
      evidence: given(`mongodb://db.lab.test/app?retryWrites=true\\&w=majority`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a backslash before the ? came through',
      evidence: given(`mongodb://db.lab.test/app\\?retryWrites=true`).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'one option, and that is all there was',
      evidence: given(cut)
        .saw('env.host', null, {}, host({ optionVariables: [], inBackground: false }))
        .build({ source: 'argument' }),
      at: null,
      is: 'absent',
    },
    {
      name: 'a string with more than one option was not cut',
      evidence: given(`${cut}&w=majority`)
        .saw('env.host', null, {}, host({ optionVariables: ['authSource'], inBackground: true }))
        .build({ source: 'argument' }),
      at: null,
      is: 'absent',
    },
    {
      name: 'the background on purpose, with the string from a variable',
      evidence: given(cut)
        .saw('env.host', null, {}, host({ inBackground: true }))
        .build({ source: 'env:MONGODB_URI' }),
      at: null,
      is: 'absent',
    },
    {
      name: 'a variable of the same name as the option that is there',
      evidence: given(cut)
        .saw('env.host', null, {}, host({ optionVariables: ['retryWrites'] }))
        .build({ source: 'env:MONGODB_URI' }),
      at: null,
      is: 'absent',
    },
    {
      name: 'an option with a bad value, and no backslash',
      evidence: given('mongodb://db.lab.test/?retryWrites=yes&w=majority').build(),
      at: null,
      is: 'absent',
      really: 'uri-option-value',
    },
    {
      name: 'a backslash in the password',
      evidence: given('mongodb://ada:can%5Cary@db.lab.test/?w=1&retryWrites=true').build(),
      at: null,
      is: 'absent',
    },
  ],
})
