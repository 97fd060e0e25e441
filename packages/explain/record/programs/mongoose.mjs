import { createRequire } from 'node:module'
import { join } from 'node:path'

const mongoose = createRequire(join(process.cwd(), 'program.mjs'))('mongoose')
await mongoose.connect(process.env.RECORD_URI, JSON.parse(process.env.RECORD_OPTIONS ?? '{}'))
await mongoose.model('Order', new mongoose.Schema({})).findOne({})
console.log('no error')
await mongoose.disconnect()
