import type { SecretStore } from '../safe/secret-store.ts';

/** @param ring called after every change, so that other replicas look */
export function ringingSecrets(secrets: SecretStore, ring: () => void): SecretStore {
  return {
    ...secrets,
    async set(...args) {
      const result = await secrets.set(...args);
      ring();
      return result;
    },
    async delete(name) {
      const wasThere = await secrets.delete(name);
      ring();
      return wasThere;
    },
  };
}
