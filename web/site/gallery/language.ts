// Languages by the names that their speakers use.

/** `Deutsch` for `de`; the tag itself where nothing is known of it. */
export function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag);
    return name ? name.charAt(0).toLocaleUpperCase(tag) + name.slice(1) : tag;
  } catch {
    return tag;
  }
}
