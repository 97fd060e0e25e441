// Run in a network namespace that loses packets: diagnoses one broken member after another, and prints what was named.
import { memberFaults } from './member-faults.ts'
import { outlineOf } from './outline.ts'
import { diagnosed, each } from './record.ts'

const wanted = process.argv.slice(2)
const found = await each(
  memberFaults.filter(({ name }) => wanted.includes(name)),
  async (fault) => {
    const { verdict } = await diagnosed([fault], { stageTimeoutMs: 8_000, timeoutMs: 30_000 })
    return { name: fault.name, outcome: verdict.outcome, codes: outlineOf(verdict).codes }
  },
)
process.stdout.write(JSON.stringify(found), () => process.exit(0))
