/**
 * Holds the credential that answers are asked with, and changes it while the server runs: the new one is probed first,
 * one that Open WebUI refuses is refused here with its cause, and the old one stays. Answers under way finish on the
 * credential they began with, because the client reads it once per call.
 */
import { recognise } from '@guichet/keys';
import type { OpenWebUiClient, UpstreamFailure, UpstreamTarget } from '@guichet/openwebui/client';
import type { CredentialOrigin, HeldCredential } from './held-credential.ts';
import { type ProbeResult, probeCredential } from './probe-credential.ts';

export type SwapResult =
  | { kind: 'swapped'; held: HeldCredential; probe: Extract<ProbeResult, { ok: true }> }
  /** It is the one already held; nothing was asked. */
  | { kind: 'unchanged'; held: HeldCredential }
  | { kind: 'refused'; failure: UpstreamFailure; candidate: HeldCredential };

export interface CredentialKeeperParts {
  /** A client for one probe, closed afterwards. */
  makeClient: (target: () => UpstreamTarget) => OpenWebUiClient;
  /** Per installation, so that fingerprints here and in the log are alike and nowhere else. */
  salt: string;
  now?: () => number;
}

export class CredentialKeeper {
  readonly #parts: CredentialKeeperParts;
  readonly #listeners = new Set<(held: HeldCredential | undefined) => void>();
  readonly #everHeld = new Set<string>();
  #held: HeldCredential | undefined;
  #swapping: Promise<unknown> = Promise.resolve();

  constructor(parts: CredentialKeeperParts) {
    this.#parts = parts;
  }

  get held(): HeldCredential | undefined {
    return this.#held;
  }

  /** What the client is to use from now on. */
  readonly target = (): UpstreamTarget | undefined => this.#held?.target;

  /** Every credential this process has held or tried: the log must show none of them. */
  get secrets(): readonly string[] {
    return [...this.#everHeld];
  }

  /** Told of each new credential, the first included, and of none any more. */
  onChange(listener: (held: HeldCredential | undefined) => void): void {
    this.#listeners.add(listener);
  }

  /** Takes a credential without asking: at start, when there is none to stay with. */
  begin(target: UpstreamTarget, origin: CredentialOrigin): HeldCredential {
    const held = this.#toHeld(target, origin);
    this.#take(held);
    return held;
  }

  /** Lets go of the credential: its source is gone and no other has one. */
  release(): void {
    this.#held = undefined;
    for (const listener of this.#listeners) listener(undefined);
  }

  /** Probes and, if Open WebUI takes it, changes over. One swap after the other. */
  swap(target: UpstreamTarget, origin: CredentialOrigin): Promise<SwapResult> {
    const result = this.#swapping.then(() => this.#swap(target, origin));
    this.#swapping = result.catch(() => {});
    return result;
  }

  /** Asks whether Open WebUI takes the held credential now. */
  async probe(): Promise<ProbeResult | undefined> {
    return this.#held && this.#probe(this.#held.target);
  }

  async #swap(target: UpstreamTarget, origin: CredentialOrigin): Promise<SwapResult> {
    const held = this.#held;
    if (held && held.target.credential === target.credential && held.target.baseUrl === target.baseUrl) {
      // The same value may now come from elsewhere; that is worth showing, not asking.
      this.#held = { ...held, origin };
      return { kind: 'unchanged', held: this.#held };
    }
    const candidate = this.#toHeld(target, origin);
    const probe = await this.#probe(target);
    if (!probe.ok) return { kind: 'refused', failure: probe.failure, candidate };
    this.#take(candidate);
    return { kind: 'swapped', held: candidate, probe };
  }

  async #probe(target: UpstreamTarget): Promise<ProbeResult> {
    const client = this.#parts.makeClient(() => target);
    try {
      return await probeCredential(client);
    } finally {
      await client.close();
    }
  }

  #toHeld(target: UpstreamTarget, origin: CredentialOrigin): HeldCredential {
    this.#everHeld.add(target.credential);
    const now = new Date(this.#parts.now?.() ?? Date.now());
    return { target, origin, recognition: recognise(target.credential, { now, salt: this.#parts.salt }) };
  }

  #take(held: HeldCredential): void {
    this.#held = held;
    for (const listener of this.#listeners) listener(held);
  }
}
