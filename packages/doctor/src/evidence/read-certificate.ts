import { checkServerIdentity, type DetailedPeerCertificate } from 'node:tls';
import type { CertificateEvidence } from './evidence-map.ts';
import type { Gatherer } from './gather-context.ts';
import { seenFailure } from './seen-failure.ts';

export const readCertificate: Gatherer<'certificate'> = async ({ evidence, tools, limit }) => {
  const address = await evidence('address');
  if (address?.kind !== 'address') return undefined;
  // Through a proxy there is no straight way to it; the client checks it inside the tunnel all the same.
  if (!address.secure || address.proxy) return { kind: 'none' };
  try {
    const { certificate, problem } = await tools.readCertificate(address.host, address.port, limit('certificateMs'));
    return describe(certificate, problem, address.host, tools.now());
  } catch (error) {
    const failure = seenFailure(error);
    // What speaks no TLS at all often just hangs up.
    const closed = failure.cause === 'connection-refused' || failure.cause === 'unknown';
    return { kind: 'failed', failure: closed ? { ...failure, cause: 'tls-invalid', confidence: 'probable' } : failure };
  }
};

function describe(
  certificate: DetailedPeerCertificate,
  problem: string | undefined,
  host: string,
  nowMs: number,
): CertificateEvidence {
  const names = (certificate.subjectaltname ?? '').split(', ').map((name) => name.replace(/^(DNS|IP Address):/, ''));
  return {
    kind: 'seen',
    names: names.filter((name) => name !== '').slice(0, 8),
    coversHost: checkServerIdentity(host, certificate) === undefined,
    issuer: first(certificate.issuer?.O) || first(certificate.issuer?.CN) || '?',
    validFromMs: Date.parse(certificate.valid_from),
    validToMs: Date.parse(certificate.valid_to),
    selfSigned: certificate.fingerprint256 === certificate.issuerCertificate?.fingerprint256,
    nowMs,
    ...(problem !== undefined && { problem }),
  };
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
