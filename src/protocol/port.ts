/** The part of a runtime port that our rooms use, so that none of them needs a browser to be tested. */
export interface Port {
  readonly name: string
  postMessage(message: unknown): void
  disconnect(): void
  readonly onMessage: { addListener(hear: (message: unknown) => void): void }
  readonly onDisconnect: { addListener(hear: () => void): void }
}
