const entities: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#x22;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
])

/** Quotes, dashes and entities as a driver printed them, whatever an editor, a web page or a text recogniser made of them. */
export function plainPunctuation(text: string): string {
  return text
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4\uff07]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/[\uff1a]/g, ':')
    .replace(
      /&(?:quot|apos|lt|gt|amp|nbsp|#34|#39|#x22|#x27);/gi,
      (entity) => entities.get(entity.toLowerCase()) ?? entity,
    )
}
