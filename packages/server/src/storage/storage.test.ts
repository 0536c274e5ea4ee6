import { storageSuite } from './storage-suite.ts';
import { TEST_DATABASES } from './testing/test-databases.ts';

for (const [name, open] of TEST_DATABASES) storageSuite(name, open);
