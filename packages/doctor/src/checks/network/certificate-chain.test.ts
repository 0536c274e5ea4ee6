import { checkTable } from '../../testing/check-table.ts';
import { certificate, failed } from '../../testing/evidence.ts';
import { certificateChain } from './certificate-chain.ts';

checkTable(certificateChain, [
  ['no encryption', { certificate: { kind: 'none' } }, 'skip noEncryption'],
  ['none was shown', { certificate: failed('tls-invalid') }, 'skip nothingToSee'],
  ['an authority that is trusted', { certificate: certificate() }, 'ok | issuer An Authority'],
  [
    'its dates, which have a check of their own',
    { certificate: certificate({ problem: 'CERT_HAS_EXPIRED' }) },
    'ok | issuer An Authority',
  ],
  [
    'its dates, of one of the future',
    { certificate: certificate({ problem: 'CERT_NOT_YET_VALID' }) },
    'ok | issuer An Authority',
  ],
  [
    'its name, which has a check of its own',
    { certificate: certificate({ problem: 'ERR_TLS_CERT_ALTNAME_INVALID' }) },
    'ok | issuer An Authority',
  ],
  [
    'signed by itself',
    { certificate: certificate({ problem: 'DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned: true }) },
    'fail certain tls-invalid certificateSelfSigned | noAnswers → network | getCertificate, trustOwn {NODE_EXTRA_CA_CERTS=/data/own-authority.pem} | issuer An Authority, code DEPTH_ZERO_SELF_SIGNED_CERT',
  ],
  [
    'the middle of the chain is missing',
    { certificate: certificate({ problem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }) },
    'fail certain tls-invalid certificateUntrusted | noAnswers → network | sendChain, trustOwn {NODE_EXTRA_CA_CERTS=/data/own-authority.pem} | issuer An Authority, code UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ],
]);
