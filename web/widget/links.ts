// Which addresses the element opens or talks to.

const isLocal = (host: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(host);

function parse(text: string, base?: string): URL | undefined {
  // new URL drops tabs and newlines and trims control characters; an address
  // that needs that is not one that somebody wrote.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are the point
  if (/[\u0000-\u0020\u007f]/.test(text)) return undefined;
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/**
 * The address a respondent may be sent to, as the browser will read it, or
 * undefined. https, http to this machine, mailto; absolute, and without a
 * name or password in front of the host. Checked after piping.
 */
export function linkTarget(text: string): string | undefined {
  const url = parse(text);
  if (!url) return undefined;
  if (url.protocol === 'mailto:') return url.href;
  if (!/^https?:\/\//i.test(text) || url.username || url.password) {
    return undefined;
  }
  return url.protocol === 'https:' || isLocal(url.hostname)
    ? url.href
    : undefined;
}

/**
 * Where survey files come from and answers go to: https, http to this machine,
 * or the origin of the page itself. `base` is the page's address.
 */
export function requestTarget(text: string, base: string): string | undefined {
  const url = parse(text, base);
  if (!url || url.username || url.password || !/^https?:$/.test(url.protocol)) {
    return undefined;
  }
  return url.protocol === 'https:' ||
    isLocal(url.hostname) ||
    url.origin === parse(base)?.origin
    ? url.href
    : undefined;
}
