const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

// What is left of fewer bytes, where more stands around them, is too short to be told from any other text.
const fewestBytes = 6

/** Base64 of bytes without padding; here and not the platform's, since renderers run in a browser too. */
function base64(bytes: readonly number[]): string {
  let made = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const letters = Math.min(bytes.length - at, 3) + 1
    for (let letter = 0; letter < letters; letter += 1)
      made += alphabet[(group >> (18 - 6 * letter)) & 63] ?? ''
  }
  return made
}

/**
 * How bytes show in Base64, whatever stands before and after them: of each of the three positions, the letters that
 * depend on nothing else. In the alphabet of URLs too.
 */
export function base64Forms(bytes: Uint8Array): readonly string[] {
  if (bytes.length < fewestBytes) return []
  const inside = [0, 1, 2].map((before) => {
    const letters = base64([...Array.from({ length: before }, () => 0), ...bytes])
    const from = Math.ceil((8 * before) / 6)
    const whole = Math.floor((8 * (before + bytes.length)) / 6)
    return letters.slice(from, whole)
  })
  return inside.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
}

/** Hexadecimal; texts are searched whatever their case. */
export function hexForms(bytes: Uint8Array): readonly string[] {
  const pairs = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'))
  return bytes.length < fewestBytes ? [] : [pairs.join(''), pairs.join(' '), pairs.join(':')]
}
