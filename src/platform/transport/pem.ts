/** Texts of certificates. */
import { X509Certificate } from 'node:crypto';

const certificate = /-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE)-----[\s\S]*?-----END \1-----/g;

/** Why a text is no list of certificates, and where in it, or null where it is one: others are passed over silently. */
export function certificateProblem(text: string): { reason: string; index: number } | null {
  const found = [...text.matchAll(certificate)];
  if (found.length === 0) return { reason: 'it holds no certificate', index: 0 };
  for (const { 0: pem, index } of found) {
    try {
      new X509Certificate(pem);
    } catch {
      return { reason: 'a certificate in it cannot be read', index };
    }
  }
  return null;
}

/** The certificates of a text that has no `certificateProblem`, in its order. */
export const certificatesIn = (text: string): X509Certificate[] =>
  [...text.matchAll(certificate)].map(([pem]) => new X509Certificate(pem));
