import { make, recipes } from './index.ts'

// One after the other: each uses every core by itself.
for (const recipe of recipes) {
  const began = Date.now()
  const built = await make(recipe)
  const took = `${Math.round((Date.now() - began) / 1000)} s`
  const said = 'reason' in built ? `${built.is}: ${built.reason}` : `${built.is} (${took})`
  process.stdout.write(`${recipe.name}: ${said}\n`)
  if (built.is === 'failed') process.exitCode = 1
}
