// styles.css is bundled as one string (styles.mjs).
declare module '*.css' {
  const text: string;
  export default text;
}
