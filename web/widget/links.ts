// Which addresses the element opens or talks to.

/** https, or http to this machine. */
const kSafe =
  /^(https:|http:\/\/(localhost|127(\.\d+){3}|\[::1]|[^/:]+\.localhost)[:/])/;

function parse(text: string, base?: string): URL | undefined {
  // new URL drops tabs and newlines and trims control characters; an address
  // that needs that is not one that somebody wrote.
  if (/[\0- \x7f]/.test(text)) return undefined;
  try {
    const url = new URL(text, base);
    return url.username || url.password ? undefined : url;
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
  const href = parse(text)?.href ?? '';
  // "https:host" is read as "https://host", but nobody writes that.
  return /^mailto:/.test(href) || (kSafe.test(href) && text.includes('://'))
    ? href
    : undefined;
}

/**
 * Where survey files come from and answers go to: https, http to this machine,
 * or the origin of the page itself. `base` is the page's address.
 */
export function requestTarget(text: string, base: string): string | undefined {
  const url = parse(text, base);
  // The origin of data: and the like is the text 'null'.
  return url &&
    (kSafe.test(url.href) ||
      (url.origin !== 'null' && url.origin === new URL(base).origin))
    ? url.href
    : undefined;
}
