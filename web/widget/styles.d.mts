export function readTokens(css: string): Map<string, string>;
export function withTokens(styles: string, tokens: Map<string, string>): string;
export const styles: { readonly name: string };
