// styles.css is bundled as one string (styles.mjs).
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what the bundler gives
  export default text;
}
