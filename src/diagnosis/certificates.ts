/** Whom this machine trusts besides Node's own list, and whether certificates are checked at all. */
import type { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { certificatesIn } from '../platform/transport/pem.js';
import { readCertificates } from '../platform/transport/read-certificates.js';
import { UserError } from '../text/user-error.js';
import { type Check, plural, someOf } from './check.js';

export interface CertificateSettings {
  /** `http.ca`, absolute. */
  readonly caPath: string | undefined;
  /** Node read NODE_EXTRA_CA_CERTS relative to the directory that it was started in. */
  readonly startDirectory: string;
  readonly processEnv: Readonly<Record<string, string | undefined>>;
  readonly now_ms: number;
}

export interface CertificateFindings {
  readonly checks: Check[];
  /** PEM texts of `http.ca`, empty where it cannot be used. */
  readonly authorities: string[];
}

export async function certificateFindings(settings: CertificateSettings): Promise<CertificateFindings> {
  const { caPath, startDirectory, processEnv, now_ms } = settings;
  const checks: Check[] = [];
  const authorities: string[] = [];
  if (caPath !== undefined) {
    const { text, check } = await authorityFile('http.ca', caPath, 'problem', now_ms);
    if (text !== null) authorities.push(text);
    checks.push(check);
  }
  const extra = processEnv.NODE_EXTRA_CA_CERTS;
  if (extra) {
    // Node itself goes on without a file that it cannot use.
    const path = resolve(startDirectory, extra);
    checks.push((await authorityFile('NODE_EXTRA_CA_CERTS', path, 'warning', now_ms)).check);
  }
  if (processEnv.NODE_TLS_REJECT_UNAUTHORIZED === '0') checks.push(uncheckedCertificates);
  if (checks.length === 0) {
    checks.push({
      id: 'certificate-authorities',
      group: 'certificates',
      state: 'ok',
      title: 'authorities',
      detail: "Node's own; neither `http.ca` nor NODE_EXTRA_CA_CERTS adds any",
      advice: null,
    });
  }
  return { checks, authorities };
}

const uncheckedCertificates: Check = {
  id: 'certificates-unchecked',
  group: 'certificates',
  state: 'warning',
  title: 'not checked',
  detail: 'NODE_TLS_REJECT_UNAUTHORIZED=0: connector-cli accepts any certificate, as all of Node does',
  advice: 'Unset it, and name the authority in `http.ca` instead: anybody in between can read the secrets.',
};

async function authorityFile(
  title: string,
  path: string,
  whenUnusable: 'problem' | 'warning',
  now_ms: number,
): Promise<{ text: string | null; check: Check }> {
  const about = { id: 'certificate-file', group: 'certificates', title, subject: path } as const;
  try {
    const text = await readCertificates(path);
    return { text, check: { ...about, ...judge(path, certificatesIn(text), now_ms) } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const line = error.line === undefined ? '' : `:${error.line}`;
    const ignored = whenUnusable === 'warning' ? ', so Node ignores it' : '';
    const detail = `${error.message.replace(/\.$/, '')} (${path}${line})${ignored}`;
    return {
      text: null,
      check: {
        ...about,
        state: whenUnusable,
        detail,
        advice: error.hint ?? null,
        facts: { code: error.code },
      },
    };
  }
}

/** What a company hands out; more is a bundle of public authorities. */
const largestOwnFile = 10;

function judge(
  path: string,
  certificates: readonly X509Certificate[],
  now_ms: number,
): Pick<Check, 'state' | 'detail' | 'advice' | 'facts'> {
  const outside = certificates.filter(
    ({ validFrom, validTo }) => Date.parse(validTo) < now_ms || Date.parse(validFrom) > now_ms,
  );
  const facts = {
    certificates: certificates.length,
    out_of_date: outside.map((each) => ({
      name: nameOf(each),
      valid_from: isoDate(each.validFrom),
      valid_to: isoDate(each.validTo),
    })),
  };
  const counted = `${plural(certificates.length, 'certificate')} in ${path}`;
  if (outside.length === 0) return { state: 'ok', detail: counted, advice: null, facts };
  const names = outside.map((each) => {
    const hasExpired = Date.parse(each.validTo) < now_ms;
    const date = isoDate(hasExpired ? each.validTo : each.validFrom).slice(0, 10);
    return `${nameOf(each)} ${hasExpired ? `expired on ${date}` : `is valid only from ${date}`}`;
  });
  if (certificates.length > largestOwnFile && outside.length < certificates.length) {
    // Whole bundles always hold some that have run out, which nothing hangs on.
    return { state: 'ok', detail: `${counted}, ${outside.length} of them out of date`, advice: null, facts };
  }
  return {
    state: 'warning',
    detail: `${counted}; ${someOf(names)}`,
    advice: 'Hosts whose certificates come from there are not trusted: get a new one from who runs it.',
    facts,
  };
}

function nameOf({ subject }: X509Certificate): string {
  const [, name] = /^(?:CN|O)=(.*)$/m.exec(subject) ?? [];
  return name ?? 'one without a name';
}

const isoDate = (date: string): string => new Date(date).toISOString();
