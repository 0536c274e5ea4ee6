/**
 * Starts a real Open WebUI with a scripted provider behind it and asks it everything Guichet relies on.
 * OPENWEBUI_VERSION picks the version; the word `doctor` the doctor's cases alone, `fresh` the way to a first answer and
 * setting up alone, `interface` the comparison with Open WebUI's own interface alone, and `case` with words behind it the
 * cases alone that have these words in their names. One line per case, and a closing line with the counts.
 */
import {
  type CaseResult,
  isBefore,
  makeCaseContext,
  runContractCases,
  runFreshCases,
  scriptedProvider,
} from '@guichet/openwebui/contract-suite';
import { ensureBrowser } from '../ensure-browser.mjs';
import { runBrowserJourney } from './browser-journey.ts';
import { checkMenus } from './check-menus.ts';
import { runDoctorCases } from './doctor/run-doctor-cases.ts';
import { runFirstAnswer } from './first-answer.ts';
import { installOpenWebUi } from './install-open-webui.ts';
import { compareInterface } from './interface/compare-interface.ts';
import { printResult } from './print-result.ts';
import { serveProvider } from './provider-server.ts';
import { signInAdmin } from './sign-in-admin.ts';
import { ADMIN, SECRET, startOpenWebUi } from './start-open-webui.ts';

/** The newest release that this suite was run against. */
const NEWEST_VERSION = '0.12.4';

const NO_PART: Parts = { contract: false, interface: false, fresh: false, doctor: false };

const version = process.env.OPENWEBUI_VERSION || NEWEST_VERSION;
const installed = installOpenWebUi(version);
if ('missing' in installed) {
  console.log('');
  console.log(`NO REAL OPEN WEBUI ${version} WAS TESTED: ${installed.missing.toUpperCase()}.`);
  console.log(
    'NOTHING IS KNOWN ABOUT WHETHER GUICHET AND THIS VERSION AGREE. THE PRACTICE SERVER IS TESTED BY npm test.',
  );
  console.log('');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
process.exitCode = await test(installed.starter);

async function test(starter: string): Promise<number> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const report = (result: CaseResult) => {
    counts[result.outcome]++;
    printResult(result);
  };
  const parts = askedParts(process.argv.slice(2));
  if (parts.contract || parts.interface || parts.named) await testOpened(starter, parts, report);
  if (parts.fresh || parts.doctor) await testFresh(starter, parts, report);
  console.log('');
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0 ? 0 : 1;
}

interface Parts {
  contract: boolean;
  interface: boolean;
  fresh: boolean;
  doctor: boolean;
  /** Words in the names of the only contract cases that are asked. */
  named?: string;
}

/** Named ones alone, without a name all of them. */
function askedParts(words: readonly string[]): Parts {
  if (words[0] === 'case') return { ...NO_PART, named: words.slice(1).join(' ') };
  const all = !words.some((word) => ['doctor', 'fresh', 'interface'].includes(word));
  const asked = (word: string) => all || words.includes(word);
  return { contract: all, interface: asked('interface'), fresh: asked('fresh'), doctor: asked('doctor') };
}

/** With everything open that most cases need. */
async function testOpened(starter: string, parts: Parts, report: (result: CaseResult) => void): Promise<void> {
  const provider = scriptedProvider();
  const served = await serveProvider(provider);
  console.log(`Starting Open WebUI ${version}…`);
  const server = await startOpenWebUi(starter, served).catch(async (error: unknown) => {
    await served.close();
    throw error;
  });
  try {
    const { baseUrl } = server;
    const adminToken = await signInAdmin(baseUrl);
    const { context, close } = await makeCaseContext({ baseUrl, version, secret: SECRET, provider, adminToken });
    if (parts.contract || parts.named) await runContractCases(context, true, report, parts.named);
    // The interface as it is driven here is that of 0.12; older ones look different.
    if (parts.interface && !isBefore(version, '0.12.0')) {
      await compareInterface(context, ensureBrowser(process.execPath), report);
    }
    if (parts.contract) {
      report(
        await runBrowserJourney({
          OPENWEBUI_URL: baseUrl,
          OPENWEBUI_API_KEY: context.service.key,
          OPENWEBUI_MODEL: 'echo',
          OPENWEBUI_ADMIN_EMAIL: ADMIN.email,
          OPENWEBUI_ADMIN_PASSWORD: ADMIN.password,
        }),
      );
    }
    await close();
  } finally {
    await server.stop();
    await served.close();
  }
  if (parts.contract) report(checkMenus(version, starter));
}

/** A second server, as it stands after its installation; one at a time, each takes nearly a gigabyte. */
async function testFresh(starter: string, parts: Parts, report: (result: CaseResult) => void): Promise<void> {
  const provider = scriptedProvider();
  const served = await serveProvider(provider);
  console.log(`Starting Open WebUI ${version} afresh…`);
  const server = await startOpenWebUi(starter, served, { fresh: true }).catch(async (error: unknown) => {
    await served.close();
    throw error;
  });
  try {
    const { baseUrl } = server;
    await signInAdmin(baseUrl);
    if (parts.fresh) report(await runFirstAnswer(baseUrl));
    if (parts.fresh) await runFreshCases({ baseUrl, version, ...ADMIN }, report);
    // Last: the second factor stays on.
    if (parts.doctor) await runDoctorCases({ baseUrl, version, provider }, report);
  } finally {
    await server.stop();
    await served.close();
  }
}
