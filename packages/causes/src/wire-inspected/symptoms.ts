import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-inspected',
  confirm:
    'Compare from a network without the inspecting proxy, and look at the issuer of the certificate and at the bytes after the handshake.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:HTTP\/1\.[01] 4\d\d|400 Bad Request)[^\n]{0,200}|deep packet|DPI\b|(?:TLS|SSL|application)[ -]?inspect\w{0,4}|app-?id\b|protocol (?:anomaly|enforcement|mismatch)/i,
      with: [/mongo/i, /proxy|firewall|inspect|handshake|gateway/i],
      certainty: 'possible',
      weight: 9,
      sample: `The firewall's application inspection drops MongoDB inside TLS: connection closed right after the handshake, HTTP/1.1 400 Bad Request`,
    },
  ],
}
