/** The traffic secrets of TLS 1.3 that our own side logged; null where there were none. */
export interface TrafficSecrets {
  readonly sent: DirectionSecrets
  readonly received: DirectionSecrets
}

interface DirectionSecrets {
  readonly handshake: Buffer | null
  readonly application: Buffer | null
}

/** Reads lines of a key log (draft-ietf-tls-keylogfile). They are kept for as long as the handshake is read, and no longer. */
export function trafficSecrets(lines: readonly string[]): TrafficSecrets {
  const secret = (label: string): Buffer | null => {
    const line = lines.find((each) => each.startsWith(`${label} `))
    const value = line?.trim().split(' ')[2]
    return value === undefined ? null : Buffer.from(value, 'hex')
  }
  return {
    sent: {
      handshake: secret('CLIENT_HANDSHAKE_TRAFFIC_SECRET'),
      application: secret('CLIENT_TRAFFIC_SECRET_0'),
    },
    received: {
      handshake: secret('SERVER_HANDSHAKE_TRAFFIC_SECRET'),
      application: secret('SERVER_TRAFFIC_SECRET_0'),
    },
  }
}
