/** Which proxies the registry's hosts are reached through, and why. */
import { proxyFor, proxyName } from '../platform/transport/proxy.js';
import { TransportError } from '../platform/transport/transport.js';
import type { Check } from './check.js';

export interface ProxySettings {
  /** `http.proxy`. */
  readonly configured: string | undefined;
  readonly processEnv: Readonly<Record<string, string | undefined>>;
}

export interface ProxyUse {
  readonly proxy: URL;
  readonly name: string;
  /** Where it is set. */
  readonly source: string;
  /** Origins that are reached through it. */
  readonly targets: readonly string[];
}

export interface ProxyFindings {
  readonly checks: Check[];
  readonly uses: readonly ProxyUse[];
}

/** @param targets origins that are contacted; none of them is, here */
export function proxyFindings(targets: readonly string[], settings: ProxySettings): ProxyFindings {
  const uses = new Map<string, ProxyUse & { targets: string[] }>();
  const invalid = new Map<string, string>();
  const direct: string[] = [];
  for (const target of targets.length > 0 ? targets : ['https://connector.invalid']) {
    const url = new URL(target);
    try {
      const proxy = proxyFor(url, settings.configured);
      if (!proxy) {
        direct.push(target);
        continue;
      }
      const known = uses.get(proxy.href);
      const use = { proxy, name: proxyName(proxy), source: sourceOf(url, settings), targets: [] };
      if (targets.length > 0) (known ?? use).targets.push(target);
      uses.set(proxy.href, known ?? use);
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      invalid.set(error.message, sourceOf(url, settings));
    }
  }
  const checks = [...invalid].map(([message, source]): Check => {
    return {
      id: 'proxy-invalid',
      group: 'proxy',
      state: 'problem',
      title: 'setting',
      detail: message.split('; ')[0] ?? message,
      advice: `Write ${source} as http://proxy.example.com:3128.`,
    };
  });
  if (uses.size === 0 && invalid.size === 0) checks.push(noProxy(settings));
  const exempt = exemption(settings.processEnv);
  if (exempt && (uses.size > 0 || direct.length > 0)) {
    checks.push({
      id: 'no-proxy',
      group: 'proxy',
      state: 'ok',
      title: 'exempt',
      detail: `${exempt.name}=${exempt.value}`,
      advice: null,
      facts: { no_proxy: exempt.value, direct: targets.length > 0 ? direct : [] },
    });
  }
  return { checks, uses: [...uses.values()] };
}

function noProxy(settings: ProxySettings): Check {
  const source = anySource(settings);
  return {
    id: 'proxy',
    group: 'proxy',
    state: 'ok',
    title: 'none',
    detail: source
      ? `connections are direct: ${source} is set, but does not hold for any of the hosts`
      : 'connections are direct; neither `http.proxy` nor HTTPS_PROXY, HTTP_PROXY or ALL_PROXY is set',
    advice: null,
    facts: { proxy: null },
  };
}

/** Lower case first, as the library behind `proxyFor` reads them. */
function sourceOf({ protocol }: URL, { configured, processEnv }: ProxySettings): string {
  if (configured) return '`http.proxy`';
  return setVariable([`${protocol.slice(0, -1)}_proxy`, 'all_proxy'], processEnv) ?? 'the environment';
}

const anySource = ({ configured, processEnv }: ProxySettings): string | undefined =>
  configured ? '`http.proxy`' : setVariable(['https_proxy', 'http_proxy', 'all_proxy'], processEnv);

const setVariable = (names: readonly string[], processEnv: ProxySettings['processEnv']): string | undefined =>
  names.flatMap((name) => [name, name.toUpperCase()]).find((name) => processEnv[name]);

function exemption(processEnv: ProxySettings['processEnv']): { name: string; value: string } | null {
  const name = setVariable(['no_proxy'], processEnv);
  return name === undefined ? null : { name, value: processEnv[name] ?? '' };
}
