/** What a probe of a host means for the connectors that call it. */
import { STATUS_CODES } from 'node:http';
import { adviceFor } from '../platform/failure.js';
import { type Check, plural, someOf } from './check.js';
import type { Destination } from './destinations.js';
import type { Probe, ProbePhase } from './probe.js';
import type { TlsFacts } from './tls-facts.js';

/** Certificates that are about to expire are renewed late, if nobody sees it coming. */
const expiresSoon_days = 14;

type Finding = Pick<Check, 'id' | 'state' | 'title' | 'detail' | 'advice' | 'facts'>;

/** @param probe of the destination's target */
export function hostChecks(destination: Destination, probe: Probe): Check[] {
  const findings = [
    ...routeFinding(destination),
    ...lookupFinding(probe),
    ...connectionFinding(probe),
    ...tlsFinding(probe),
    ...answerFinding(probe),
  ];
  return findings.map((finding) => ({
    ...finding,
    group: 'hosts',
    subject: destination.origin,
    usedBy: destination.usedBy,
  }));
}

function routeFinding({ target, routed }: Destination): Finding[] {
  if (!routed) return [];
  const detail = `traffic goes to ${target}; that was checked`;
  return [{ id: 'route', state: 'ok', title: 'route', detail, advice: null, facts: { routed_to: target } }];
}

function lookupFinding(probe: Probe): Finding[] {
  const about = { id: 'dns', title: 'DNS' };
  const addresses = probe.addresses ?? [];
  const facts = { addresses, ...timeOf(probe, 'dns') };
  if (probe.failure?.phase === 'dns' && !isOfProxy(probe)) {
    const refused = probe.failure.kind === 'address';
    const advice = refused
      ? 'The platform refuses it, and so does a run. `http.allowPrivateNetwork: true` or a route reach it from here.'
      : undefined;
    return [{ ...about, ...problem(probe, advice), facts: { ...facts, code: probe.failure.code } }];
  }
  if (addresses.length === 0) return [];
  const shown = someOf(addresses.map(({ address }) => address));
  return [{ ...about, state: 'ok', detail: shown, advice: null, facts }];
}

function connectionFinding(probe: Probe): Finding[] {
  const { connection, failure } = probe;
  const proxied = connection?.proxy ?? null;
  const about = proxied !== null || isOfProxy(probe) ? { id: 'proxy-tunnel', title: 'proxy' } : tcp;
  const facts = { ...connection, ...timeOf(probe, 'connect') };
  if (failure && (failure.phase === 'connect' || (failure.phase === 'dns' && isOfProxy(probe)))) {
    return [{ ...about, ...problem(probe), facts: { ...facts, code: failure.code } }];
  }
  if (!connection) return [];
  const took = `in ${Math.round(probe.durations_ms.connect ?? 0)} ms`;
  const detail =
    proxied === null ? `connected to ${connection.address} ${took}` : `tunnel through ${proxied} ${took}`;
  return [{ ...about, state: 'ok', detail, advice: null, facts }];
}

const tcp = { id: 'tcp', title: 'TCP' };

const isOfProxy = ({ failure }: Probe): boolean => failure?.code.startsWith('PROXY_') ?? false;

function tlsFinding(probe: Probe): Finding[] {
  const about = { id: 'tls', title: 'TLS' };
  const { tls, failure } = probe;
  const facts = { ...(tls ?? {}), ...timeOf(probe, 'tls') };
  if (failure?.phase === 'tls') {
    const [who] = tls ? [`; issued by ${tls.issuer}`] : [''];
    const found = problem(probe, tls ? inspectionAdvice(tls) : undefined);
    const detail = found.detail.includes(tls?.issuer ?? '') ? found.detail : `${found.detail}${who}`;
    return [{ ...about, ...found, detail, facts: { ...facts, code: failure.code } }];
  }
  if (!tls) return [];
  const detail = `${tls.protocol}, issued by ${tls.issuer} for ${someOf(tls.names)}; ${expiry(tls)}`;
  if (tls.fault !== null) {
    return [
      {
        ...about,
        state: 'warning',
        detail: `${detail}; not valid (${tls.fault}), accepted because NODE_TLS_REJECT_UNAUTHORIZED is 0`,
        advice: adviceFor({ failure: 'network', code: tls.fault }),
        facts,
      },
    ];
  }
  const isShort = tls.days_left < expiresSoon_days;
  const advice = isShort ? 'It has to be renewed on the host, or calls will fail then.' : null;
  return [{ ...about, state: isShort ? 'warning' : 'ok', detail, advice, facts }];
}

const expiry = ({ days_left }: TlsFacts): string =>
  days_left < 0 ? 'expired' : days_left === 0 ? 'expires within a day' : `${plural(days_left, 'day')} left`;

/** An issuer that nobody outside trusts is mostly the company's own, which looks into the traffic. */
function inspectionAdvice({ fault }: TlsFacts): string | undefined {
  if (fault !== 'SELF_SIGNED_CERT_IN_CHAIN' && fault !== 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY')
    return undefined;
  const advice = adviceFor({ failure: 'network', code: fault });
  return `${advice} Where a company inspects TLS, its IT has that certificate.`;
}

function answerFinding(probe: Probe): Finding[] {
  const about = { id: 'http', title: 'HTTP' };
  const { answer, failure } = probe;
  if (failure?.phase === 'http') {
    const isForeign = failure.code.startsWith('HPE_');
    const advice = isForeign
      ? 'What listens there does not speak HTTP: check the port, or the target of the route.'
      : 'Some hosts do not answer HEAD requests; `connector-cli run` shows what a real call gets.';
    const facts = { code: failure.code, ...timeOf(probe, 'http') };
    return [{ ...about, ...problem(probe, advice), state: isForeign ? 'problem' : 'warning', facts }];
  }
  if (!answer) return [];
  const { status_code, skew_ms } = answer;
  const words = STATUS_CODES[status_code];
  const facts = {
    status_code,
    clock_skew_s: skew_ms === null ? null : Math.round(skew_ms / 1000),
    ...timeOf(probe, 'http'),
  };
  const detail = `${status_code}${words ? ` ${words}` : ''} to HEAD / without credentials`;
  return [{ ...about, state: 'ok', detail, advice: null, facts }];
}

/** What failed, with the advice that a run would give unless there is a better one. */
function problem({ failure }: Probe, advice?: string): Pick<Check, 'state' | 'detail' | 'advice'> {
  if (!failure) return { state: 'ok', detail: '', advice: null };
  if (failure.kind === 'timeout') {
    return { state: 'problem', detail: failure.message, advice: advice ?? timeoutAdvice[failure.phase] };
  }
  const code = failure.code === 'UNKNOWN' ? '' : ` (${failure.code})`;
  return {
    state: 'problem',
    detail: `${failure.message}${code}`,
    advice: advice ?? adviceFor({ failure: failure.kind, code: failure.code }),
  };
}

const firewall =
  'A firewall may drop the traffic. Behind a company proxy, set HTTPS_PROXY or `http.proxy`; --timeout waits longer.';

const timeoutAdvice: Record<ProbePhase, string> = {
  dns: 'DNS does not answer: check the network or VPN; --timeout waits longer.',
  connect: firewall,
  tls: 'It may not speak TLS on that port, or a firewall drops the traffic; --timeout waits longer.',
  http: '--timeout waits longer.',
};

const timeOf = ({ durations_ms }: Probe, phase: ProbePhase): Record<string, number> => {
  const duration_ms = durations_ms[phase];
  return duration_ms === undefined ? {} : { duration_ms };
};
